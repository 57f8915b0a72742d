package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why nothing is paid to a person whose account is known. */
sealed interface CannotPayPerson extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    /** The source announced another account since and it was refused, so the one in use may be closed. */
    record AccountRefused(UUID person, String problem) implements CannotPayPerson {
        @Override
        public String code() {
            return "account-refused";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "problem", problem);
        }
    }

    /** An account was entered, and nobody else has looked at it yet. */
    record AccountAwaitsApproval(UUID person) implements CannotPayPerson {
        @Override
        public String code() {
            return "account-awaits-approval";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** Whoever changed an account to get at the money has time to be found out. */
    record AccountCoolingOff(UUID person, LocalDate payableFrom) implements CannotPayPerson {
        @Override
        public String code() {
            return "account-cooling-off";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "payableFrom", payableFrom.toString());
        }
    }

    /** A minor for whom nobody is named and no single guardian known. */
    record PayeeMissing(UUID person) implements CannotPayPerson {
        @Override
        public String code() {
            return "payee-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    record PersonDeceased(UUID person, LocalDate deathDate) implements CannotPayPerson {
        @Override
        public String code() {
            return "person-deceased";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "deathDate", deathDate.toString());
        }
    }
}
