package ma.riaya.beneficiary.changerequest;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a change is not asked for. */
sealed interface CannotPropose extends Refusal {

    /** All of it stands already. */
    record ChangesNothing() implements CannotPropose {
        @Override
        public String code() {
            return "change-changes-nothing";
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /** A change of identity or money rests on a paper, and says why it is asked for. */
    record GroundsMissing(String field) implements CannotPropose {
        @Override
        public String code() {
            return "change-grounds-missing";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("field", field);
        }
    }

    record RequestUnknown(UUID request) implements CannotPropose {
        @Override
        public String code() {
            return "change-request-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("request", request.toString());
        }
    }

    /** What was asked still stands as it stood. */
    record NotOvertaken() implements CannotPropose {
        @Override
        public String code() {
            return "change-not-overtaken";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** Each request is asked anew once; the newer one is renewed then. */
    record RenewedAlready(UUID renewedBy) implements CannotPropose {
        @Override
        public String code() {
            return "change-renewed-already";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("request", renewedBy.toString());
        }
    }
}
