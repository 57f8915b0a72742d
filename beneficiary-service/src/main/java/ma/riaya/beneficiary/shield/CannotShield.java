package ma.riaya.beneficiary.shield;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a shield stays as it is. */
sealed interface CannotShield extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record ShieldUnknown(UUID shield) implements CannotShield {
        @Override
        public String code() {
            return "shield-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("shield", shield.toString());
        }
    }

    /** Whoever is outside the unit would set a shield and see nothing of it. */
    record UnitNotCarried(String unit) implements CannotShield {
        @Override
        public String code() {
            return "shield-unit-not-carried";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("unit", unit);
        }
    }

    record AlreadyShielded(String unit) implements CannotShield {
        @Override
        public String code() {
            return "shield-exists";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("unit", unit);
        }
    }

    record NothingWaits() implements CannotShield {
        @Override
        public String code() {
            return "shield-nothing-waits";
        }
    }

    record NotInForce() implements CannotShield {
        @Override
        public String code() {
            return "shield-not-in-force";
        }
    }

    record OwnShield() implements CannotShield {
        @Override
        public String code() {
            return "shield-own-act";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** An outsider entered the same reference meanwhile: to the outside both would be one. */
    record ReferenceInSight() implements CannotShield {
        @Override
        public String code() {
            return "shield-reference-in-sight";
        }
    }

    record EndsBeforeItBegins() implements CannotShield {
        @Override
        public String code() {
            return "shield-until-passed";
        }

        @Override
        public int status() {
            return 422;
        }
    }
}
