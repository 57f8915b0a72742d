package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** What the entries of one envelope add up to, whatever its own figures say. */
record EntryBooks(int entries, BigDecimal allotted, BigDecimal reserved, BigDecimal committed, BigDecimal paid) {

    private static final EntryBooks EMPTY =
            new EntryBooks(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static EntryBooks of(List<JsonNode> entries) {
        EntryBooks books = EMPTY;
        for (JsonNode entry : entries) {
            books = books.and(entry.path("kind").asText(), Dirhams.of(entry.path("amount"), "the amount of an entry"));
        }
        return books;
    }

    private EntryBooks and(String kind, BigDecimal amount) {
        BigDecimal back = amount.negate();
        BigDecimal none = BigDecimal.ZERO;
        return switch (kind) {
            case "ALLOT" -> plus(amount, none, none, none);
            case "CUT" -> plus(back, none, none, none);
            case "RESERVE" -> plus(none, amount, none, none);
            case "RELEASE" -> plus(none, back, none, none);
            case "COMMIT" -> plus(none, back, amount, none);
            case "UNCOMMIT" -> plus(none, none, back, none);
            case "PAY" -> plus(none, none, back, amount);
            case "GIVE_BACK" -> plus(none, none, none, back);
            default -> throw new StoryFailed("an envelope has an entry of a kind that nobody knows: " + kind);
        };
    }

    private EntryBooks plus(BigDecimal allot, BigDecimal reserve, BigDecimal commit, BigDecimal pay) {
        return new EntryBooks(
                entries + 1, allotted.add(allot), reserved.add(reserve), committed.add(commit), paid.add(pay));
    }
}
