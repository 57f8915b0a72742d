package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why somebody is not paid in the place of another. */
sealed interface CannotNamePayee extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record PayeeIsSelf() implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-is-self";
        }
    }

    record PayeeUnderAge(int age) implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-under-age";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("age", age);
        }
    }

    record PayeeDead(LocalDate deathDate) implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-dead";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("deathDate", deathDate.toString());
        }
    }

    /** Who is of age and can act is paid in person. */
    record PersonOfAge(int age) implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-not-needed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("age", age);
        }
    }

    record PayeeOverlaps() implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-overlaps";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    record PayeePeriodUnknown(UUID period) implements CannotNamePayee {
        @Override
        public String code() {
            return "payee-period-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("period", period.toString());
        }
    }
}
