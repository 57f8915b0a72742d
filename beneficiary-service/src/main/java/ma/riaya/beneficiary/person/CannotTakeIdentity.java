package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why what a person is said to be is not taken. */
public sealed interface CannotTakeIdentity extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record CinMasked() implements CannotTakeIdentity {
        @Override
        public String code() {
            return "cin-masked";
        }
    }

    record BornInTheFuture(LocalDate birthDate) implements CannotTakeIdentity {
        @Override
        public String code() {
            return "birth-date-in-the-future";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("birthDate", birthDate.toString());
        }
    }

    record DiedInTheFuture(LocalDate deathDate) implements CannotTakeIdentity {
        @Override
        public String code() {
            return "death-date-in-the-future";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("deathDate", deathDate.toString());
        }
    }

    record DiedBeforeBirth(LocalDate deathDate, LocalDate birthDate) implements CannotTakeIdentity {
        @Override
        public String code() {
            return "death-before-birth";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("deathDate", deathDate.toString(), "birthDate", birthDate.toString());
        }
    }

    /** Well formed, and none of the 75. */
    record ProvinceUnknown(String province) implements CannotTakeIdentity {
        @Override
        public String code() {
            return "province-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("province", province);
        }
    }

    record OfficeUnknown(String office) implements CannotTakeIdentity {
        @Override
        public String code() {
            return "office-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("office", office);
        }
    }
}
