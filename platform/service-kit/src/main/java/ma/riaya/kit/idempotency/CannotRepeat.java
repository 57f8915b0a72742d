package ma.riaya.kit.idempotency;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a POST with, or without, an {@code Idempotency-Key} is not taken. */
sealed interface CannotRepeat extends Refusal {

    record KeyMissing() implements CannotRepeat {
        @Override
        public String code() {
            return "idempotency-key-missing";
        }

        @Override
        public int status() {
            return 400;
        }
    }

    record KeyMalformed(int most) implements CannotRepeat {
        @Override
        public String code() {
            return "idempotency-key-malformed";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("most", most);
        }
    }

    record InFlight() implements CannotRepeat {
        @Override
        public String code() {
            return "idempotency-key-in-flight";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public int retryAfterSeconds() {
            return 1;
        }
    }

    record OtherRequest() implements CannotRepeat {
        @Override
        public String code() {
            return "idempotency-key-other-request";
        }

        @Override
        public int status() {
            return 422;
        }
    }
}
