package ma.riaya.beneficiary.person;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a row is laid on nobody. */
public sealed interface CannotMeetPerson extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** What it says cannot stand beside what is on record. */
    record Conflicting() implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-conflicts-with-entries";
        }
    }

    /** A new person needs names in both scripts, sex and birth date; a known one does not. */
    record IdentityIncomplete(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-identity-incomplete";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }
}
