package ma.riaya.beneficiary.rights;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a request for correction stays as it is. */
sealed interface CannotCorrect extends Refusal {

    record CorrectionUnknown(UUID request) implements CannotCorrect {
        @Override
        public String code() {
            return "correction-unknown";
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

    record CorrectionAnswered(String state) implements CannotCorrect {
        @Override
        public String code() {
            return "correction-answered";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state);
        }
    }

    /** Whoever filed it neither answers it, nor does anyone else take it back. */
    record CorrectionOfAnother() implements CannotCorrect {
        @Override
        public String code() {
            return "correction-not-yours";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    record OwnCorrection() implements CannotCorrect {
        @Override
        public String code() {
            return "correction-own";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
