package ma.riaya.beneficiary.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.riaya.beneficiary.name.NameMatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that agrees between what was asked and the person, or that does not. */
@Schema(name = "SearchReason")
record Reason(
        @Schema(
                examples = "name",
                description = "name, name-order, birth-date, birth-year, sex, cin, matricule or account.")
        String of,

        @Nullable
        @Schema(examples = "Fatimazahra", description = "The part as asked for; null where nothing was asked.")
        String asked,

        @Nullable
        @Schema(examples = "فاطمة الزهراء", description = "The part as recorded; null where the person has none.")
        String found,

        @Schema(
                examples = "other-script",
                description =
                        "Of a part of a name: same, other-spelling, other-script, similar (a slip, or another name that sounds alike), or missing. Of the order: swapped. Of the rest: same, other; of a birth date also swapped (day and month), unknown-day (the first of January of that year) or nearly.")
        String how,

        @Schema(description = "Whether one writes as one word what the other writes as two.")
        boolean joined) {

    static Reason of(String what, Enum<?> how) {
        return new Reason(what, null, null, hyphenated(how), false);
    }

    static Reason same(String what) {
        return new Reason(what, null, null, "same", false);
    }

    static List<Reason> of(NameMatch match) {
        List<Reason> reasons = new ArrayList<>();
        for (NameMatch.Part part : match.parts()) {
            reasons.add(new Reason(
                    "name",
                    part.asked(),
                    part.found(),
                    hyphenated(part.how()),
                    part.wording() == NameMatch.Wording.JOINED));
        }
        if (match.swapped()) {
            reasons.add(new Reason("name-order", null, null, "swapped", false));
        }
        return reasons;
    }

    static String hyphenated(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "reason " + of + " " + how;
    }
}
