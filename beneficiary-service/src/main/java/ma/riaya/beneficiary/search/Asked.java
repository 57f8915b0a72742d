package ma.riaya.beneficiary.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.person.Resemblance;
import ma.riaya.beneficiary.person.Sex;
import org.jspecify.annotations.Nullable;

/** What is asked beside a name, and how much it says of a person. */
record Asked(
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable Sex sex) {

    private static final double OTHER = 0.75;
    private static final double OTHER_SEX = 0.8;
    private static final double NEARLY = 0.96;

    /** A score after all evidence, and the evidence. */
    record Weighed(double score, List<Reason> reasons) {}

    @Nullable
    Integer year() {
        return birthDate == null ? birthYear : Integer.valueOf(birthDate.getYear());
    }

    Weighed weigh(double nameScore, PersonDirectory.Entry person) {
        double score = nameScore;
        List<Reason> reasons = new ArrayList<>();
        if (birthDate != null) {
            Resemblance.Birth birth = Resemblance.Birth.of(birthDate, person.birthDate());
            reasons.add(Reason.of("birth-date", birth));
            score = switch (birth) {
                case SAME -> nearer(score, 0.5);
                case SAME_UNKNOWN_DAY, SWAPPED -> nearer(score, 0.3);
                case UNKNOWN_DAY, NEARLY -> score * NEARLY;
                case OTHER -> score * OTHER;
            };
        } else if (birthYear != null) {
            int apart = Math.abs(birthYear - person.birthDate().getYear());
            reasons.add(
                    apart == 0
                            ? Reason.same("birth-year")
                            : new Reason("birth-year", null, null, apart == 1 ? "nearly" : "other", false));
            score = apart == 0 ? nearer(score, 0.2) : score * (apart == 1 ? NEARLY : OTHER);
        }
        if (sex != null && sex != person.sex()) {
            reasons.add(new Reason("sex", null, null, "other", false));
            score *= OTHER_SEX;
        }
        return new Weighed(score, reasons);
    }

    /** Takes a share of what is lacking to 1. */
    private static double nearer(double score, double share) {
        return score + (1 - score) * share;
    }
}
