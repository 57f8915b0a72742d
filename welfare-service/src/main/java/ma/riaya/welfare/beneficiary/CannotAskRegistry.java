package ma.riaya.welfare.beneficiary;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why the registry of people gave no answer to go on with. */
public sealed interface CannotAskRegistry extends Refusal {

    /** Well, but more is asked of it than it answers in the time that a person waits. */
    record RegistryBusy() implements CannotAskRegistry {
        @Override
        public String code() {
            return "registry-busy";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public int retryAfterSeconds() {
            return 2;
        }
    }

    /** Dead, silent or itself at fault: nothing was done here, and asking again later makes sense. */
    record RegistryUnavailable() implements CannotAskRegistry {
        @Override
        public String code() {
            return "registry-unavailable";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public int retryAfterSeconds() {
            return 5;
        }
    }

    /** The registry has no such person. */
    record PersonUnknown(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "person-unknown";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** The registry shows this person only to another office. */
    record PersonOutOfReach(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "person-out-of-reach";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** The account announced last is one that the registry refused, so none is to be paid to until it is corrected. */
    record AccountRefused(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "account-refused";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** An account was asked for, and nobody else has approved it yet. */
    record AccountAwaitsApproval(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "account-awaits-approval";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** The account is new: it rests before anything is paid to it, and no other stands meanwhile. */
    record AccountCoolingOff(UUID person, String payableFrom) implements CannotAskRegistry {
        @Override
        public String code() {
            return "account-cooling-off";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "payableFrom", payableFrom);
        }
    }

    /** The person died since: the aid is not theirs to receive any more. */
    record PayeeDeceased(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "payee-deceased";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** A minor in whose place the registry knows nobody to pay. */
    record PayeeMissing(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "payee-missing";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** The person has no account that a transfer could go to. */
    record AccountMissing(UUID person) implements CannotAskRegistry {
        @Override
        public String code() {
            return "account-missing";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }
}
