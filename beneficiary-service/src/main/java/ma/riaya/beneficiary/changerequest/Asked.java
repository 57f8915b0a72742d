package ma.riaya.beneficiary.changerequest;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what is asked for, by name; what is not given is not there. */
final class Asked {

    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String END_REASON = "endReason";
    static final String REPLACED = "replaced";

    private final Map<String, String> values = new TreeMap<>();

    Asked put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    static @Nullable LocalDate day(Map<String, String> asked, String name) {
        String day = asked.get(name);
        return day == null ? null : LocalDate.parse(day);
    }

    /** The row whose place it takes. */
    static @Nullable UUID replaced(Map<String, String> asked) {
        String row = asked.get(REPLACED);
        return row == null ? null : UUID.fromString(row);
    }
}
