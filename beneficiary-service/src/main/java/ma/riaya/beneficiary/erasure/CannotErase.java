package ma.riaya.beneficiary.erasure;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why nobody is erased, held or released. */
sealed interface CannotErase extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record ErasureUnknown(UUID erasure) implements CannotErase {
        @Override
        public String code() {
            return "erasure-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("erasure", erasure.toString());
        }
    }

    record ErasureDecided(String state) implements CannotErase {
        @Override
        public String code() {
            return "erasure-decided";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state);
        }
    }

    record OwnErasure() implements CannotErase {
        @Override
        public String code() {
            return "erasure-own";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    record HoldUnknown(UUID hold) implements CannotErase {
        @Override
        public String code() {
            return "hold-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("hold", hold.toString());
        }
    }

    record HoldLifted() implements CannotErase {
        @Override
        public String code() {
            return "hold-lifted";
        }
    }

    record OwnHold() implements CannotErase {
        @Override
        public String code() {
            return "hold-own";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
