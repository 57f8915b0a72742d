package ma.riaya.beneficiary.person;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a person, or a part of one, is not answered. */
public sealed interface CannotFindPerson extends Refusal {

    @Override
    default int status() {
        return 404;
    }

    record PersonUnknown(UUID person) implements CannotFindPerson {
        @Override
        public String code() {
            return "person-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** Past the retention nothing of them is kept but the identifier. */
    record PersonErased(UUID person) implements CannotFindPerson {
        @Override
        public String code() {
            return "person-erased";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    record CategoryPeriodUnknown(UUID period) implements CannotFindPerson {
        @Override
        public String code() {
            return "category-period-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("period", period.toString());
        }
    }

    record LinkUnknown(UUID link) implements CannotFindPerson {
        @Override
        public String code() {
            return "link-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("link", link.toString());
        }
    }

    record AccountNone(UUID person) implements CannotFindPerson {
        @Override
        public String code() {
            return "account-none";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }
}
