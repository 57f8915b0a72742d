package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Optional;
import ma.riaya.beneficiary.name.NameMatch;

/** What speaks for two records being one person, and how surely they are, by the rules of {@code docs/domain/names.md}. */
public record Resemblance(
        NameMatch name, Birth birth, Agreement sex, Agreement cin, Agreement matricule, Agreement office) {

    /** Below it names have little in common. */
    static final double LEAST_NAME = 0.7;

    /** Names so close are the same but for a letter. */
    private static final double HARDLY_DIFFERENT = 0.95;

    /** How two birth dates agree. */
    public enum Birth {
        SAME,
        /** Both are the first of January of one year, which stands for a day that nobody knew. */
        SAME_UNKNOWN_DAY,
        /** Day and month stand the other way round. */
        SWAPPED,
        /** One of them is the first of January of the year of the other. */
        UNKNOWN_DAY,
        /** The day or the month is another one, in one year. */
        NEARLY,
        OTHER;

        public static Birth of(LocalDate one, LocalDate other) {
            if (one.equals(other)) {
                return isUnknownDay(one) ? SAME_UNKNOWN_DAY : SAME;
            }
            if (one.getYear() != other.getYear()) {
                return OTHER;
            }
            if (isUnknownDay(one) || isUnknownDay(other)) {
                return UNKNOWN_DAY;
            }
            if (one.getDayOfMonth() == other.getMonthValue() && one.getMonthValue() == other.getDayOfMonth()) {
                return SWAPPED;
            }
            boolean sameMonth = one.getMonthValue() == other.getMonthValue();
            return sameMonth || one.getDayOfMonth() == other.getDayOfMonth() ? NEARLY : OTHER;
        }

        static boolean isUnknownDay(LocalDate date) {
            return date.getDayOfYear() == 1;
        }
    }

    /** How two values agree. */
    public enum Agreement {
        SAME,
        OTHER,
        /** One of them is not known. */
        UNKNOWN
    }

    /** How surely the two are one person; empty where nothing says so. */
    Optional<PossibleDoubles.Certainty> certainty() {
        if (cin == Agreement.SAME) {
            return Optional.of(isSimilarName() ? PossibleDoubles.Certainty.CERTAIN : PossibleDoubles.Certainty.LIKELY);
        }
        if (cin == Agreement.OTHER || !isSimilarName()) {
            return Optional.empty();
        }
        return matricule == Agreement.SAME ? byMatricule() : byName();
    }

    /** Relatives carry the officer's number, so alone it says little. */
    private Optional<PossibleDoubles.Certainty> byMatricule() {
        if (sex == Agreement.OTHER) {
            return Optional.empty();
        }
        return Optional.of(
                switch (birth) {
                    case SAME -> PossibleDoubles.Certainty.CERTAIN;
                    case SAME_UNKNOWN_DAY, SWAPPED, UNKNOWN_DAY, NEARLY ->
                        isSameName() ? PossibleDoubles.Certainty.LIKELY : PossibleDoubles.Certainty.DOUBTFUL;
                    case OTHER -> PossibleDoubles.Certainty.DOUBTFUL;
                });
    }

    private Optional<PossibleDoubles.Certainty> byName() {
        if (sex == Agreement.OTHER) {
            return isHardlyDifferent() && birth == Birth.SAME
                    ? Optional.of(PossibleDoubles.Certainty.DOUBTFUL)
                    : Optional.empty();
        }
        return switch (birth) {
            case SAME -> Optional.of(isSameName() ? likely() : PossibleDoubles.Certainty.DOUBTFUL);
            case SWAPPED -> isSameName() ? Optional.of(likely()) : Optional.empty();
            case SAME_UNKNOWN_DAY ->
                isHardlyDifferent() && office == Agreement.SAME ? Optional.of(likely()) : doubtful(isSameName());
            case UNKNOWN_DAY, NEARLY -> doubtful(isHardlyDifferent());
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<PossibleDoubles.Certainty> doubtful(boolean saysSo) {
        return saysSo ? Optional.of(PossibleDoubles.Certainty.DOUBTFUL) : Optional.empty();
    }

    /** Two professional numbers are two officers, or a slip. */
    private PossibleDoubles.Certainty likely() {
        return matricule == Agreement.OTHER ? PossibleDoubles.Certainty.DOUBTFUL : PossibleDoubles.Certainty.LIKELY;
    }

    private boolean isSimilarName() {
        return name.score() >= LEAST_NAME;
    }

    private boolean isSameName() {
        return name.score() >= NameMatch.SAME_PERSON;
    }

    private boolean isHardlyDifferent() {
        return name.score() >= HARDLY_DIFFERENT;
    }
}
