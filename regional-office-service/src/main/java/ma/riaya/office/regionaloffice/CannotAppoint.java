package ma.riaya.office.regionaloffice;

import java.time.LocalDate;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a head is not appointed. */
sealed interface CannotAppoint extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    /** Someone is already appointed to the post for that day; the last appointment leaves it free from {@code free} on. */
    record Overlap(String office, LocalDate from, LocalDate free) implements CannotAppoint {
        @Override
        public String code() {
            return "head-appointment-overlaps";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office, "from", from.toString(), "free", free.toString());
        }
    }

    /** One decision appoints to a post once. */
    record DecisionUsed(String office, String decision) implements CannotAppoint {
        @Override
        public String code() {
            return "head-decision-already-used";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office, "decision", decision);
        }
    }
}
