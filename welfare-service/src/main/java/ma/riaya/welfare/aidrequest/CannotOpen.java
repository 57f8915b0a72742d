package ma.riaya.welfare.aidrequest;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why no request is opened. */
sealed interface CannotOpen extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** The programme is given by campaign, draw or enrolment. */
    record ProgrammeNotOnRequest(String programme) implements CannotOpen {
        @Override
        public String code() {
            return "programme-not-on-request";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme);
        }
    }

    /** The person has one under way already, in that office. */
    record RequestAlreadyOpen(String programme, String office) implements CannotOpen {
        @Override
        public String code() {
            return "request-already-open";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme, "office", office);
        }
    }

    /** The registry knows the person as deceased. */
    record PersonDeceased() implements CannotOpen {
        @Override
        public String code() {
            return "person-deceased";
        }
    }

    /** A request belongs to the office of who opens it, and the caller's account names none. */
    record CallerWithoutOffice() implements CannotOpen {
        @Override
        public String code() {
            return "caller-without-office";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
