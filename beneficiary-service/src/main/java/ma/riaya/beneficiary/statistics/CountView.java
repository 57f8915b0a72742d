package ma.riaya.beneficiary.statistics;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many there are of one kind. */
@Schema(name = "Count")
record CountView(
        @Schema(
                examples = "{\"category\": \"RETIRED\", \"office\": \"RAB\"}",
                description = "What they have in common.")
        Map<String, String> of,

        @Nullable @Schema(examples = "214", description = "Null where it is suppressed.")
        Integer persons,

        @Schema(
                description =
                        "Whether there are fewer than five, which is not told to an office: so few are known by name.")
        boolean suppressed) {

    private static final int FEW = 5;

    static CountView told(Map<String, String> of, int persons) {
        return new CountView(of, persons, false);
    }

    /** To an office: one to four of a kind would be known to their neighbours. */
    static CountView toldToAnOffice(Map<String, String> of, int persons) {
        return persons > 0 && persons < FEW ? new CountView(of, null, true) : told(of, persons);
    }
}
