package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** What of a row was taken in otherwise than it says, or not at all, and is worth a look; the rest of the row stands. */
public sealed interface RowDoubt extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** Someone whose word counts more said otherwise. */
    record ValueKept(String column, Source source) implements RowDoubt {
        @Override
        public String code() {
            return "row-value-kept";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("column", column, "source", source.name());
        }
    }

    /** Another account than the last one on record: somebody has to approve it, and it rests before anything is paid to it. */
    record AccountAskedFor() implements RowDoubt {
        @Override
        public String code() {
            return "row-account-asked-for";
        }
    }

    record CategoryKept(Category category, LocalDate from) implements RowDoubt {
        @Override
        public String code() {
            return "row-category-kept";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("category", category.name(), "from", from.toString());
        }
    }

    record PensionKept(LocalDate from) implements RowDoubt {
        @Override
        public String code() {
            return "row-pension-kept";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("from", from.toString());
        }
    }

    /** A hand took the death back, and it is announced again: it stands, since money sent to the dead is lost. */
    record DeathAgain(LocalDate deathDate) implements RowDoubt {
        @Override
        public String code() {
            return "row-death-announced-again";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("deathDate", deathDate.toString());
        }
    }

    /** The row was laid on a person whom the source calls otherwise, or had not named before. */
    record JoinedBy(String by, String reference) implements RowDoubt {
        @Override
        public String code() {
            return "row-joined";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("by", by, "reference", reference);
        }
    }

    /** Entered as someone new, though the registry has someone like them. */
    record MaybeKnown(String reference) implements RowDoubt {
        @Override
        public String code() {
            return "row-maybe-known";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }
}
