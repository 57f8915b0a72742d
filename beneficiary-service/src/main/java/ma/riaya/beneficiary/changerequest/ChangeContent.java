package ma.riaya.beneficiary.changerequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a request says, which is sealed as a whole.
 *
 * @param before what stood of it when it was asked
 * @param asked what is to stand instead
 * @param evidence the paper that shows it
 * @param warnings what was doubtful about it when it was asked
 */
record ChangeContent(
        SortedMap<String, String> before,
        SortedMap<String, String> asked,
        String evidence,
        String reason,
        List<String> warnings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ChangeContent of(Map<String, String> before, Map<String, String> asked, Grounds grounds) {
        return new ChangeContent(
                new TreeMap<>(before), new TreeMap<>(asked), grounds.evidence(), grounds.reason(), List.of());
    }

    /** What shows a change to be right, and why it is asked for. */
    record Grounds(String evidence, String reason) {}

    ChangeContent with(List<String> doubts) {
        return new ChangeContent(before, asked, evidence, reason, List.copyOf(doubts));
    }

    boolean asksTheSameAs(ChangeContent other) {
        return before.equals(other.before) && asked.equals(other.asked);
    }

    Grounds grounds() {
        return new Grounds(evidence, reason);
    }

    static ChangeContent stored(String json) {
        try {
            return JSON.readValue(json, ChangeContent.class);
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    String stored() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Neither a name nor a number is ever logged. */
    @Override
    public String toString() {
        return "ChangeContent";
    }
}
