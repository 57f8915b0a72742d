package ma.riaya.beneficiary.changerequest;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a request is not approved, refused or withdrawn. */
sealed interface CannotDecide extends Refusal {

    @Override
    default int status() {
        return 403;
    }

    /** Whoever asks for a change of identity or money does not approve it. */
    record ProposerDecides(UUID request) implements CannotDecide {
        @Override
        public String code() {
            return "change-approver-is-proposer";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("request", request.toString());
        }
    }

    /** This kind of change is another role's to approve. */
    record NeedsAnotherRole(ChangeKind kind) implements CannotDecide {
        @Override
        public String code() {
            return "change-needs-another-role";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name());
        }
    }

    /** Nobody decides on a change of their own record. */
    record OwnRecord() implements CannotDecide {
        @Override
        public String code() {
            return "change-of-own-record";
        }
    }

    /** Only its proposer takes a request back, or asks it anew. */
    record NotTheProposer() implements CannotDecide {
        @Override
        public String code() {
            return "change-not-the-proposer";
        }
    }

    record DecidedAlready(ChangeState state) implements CannotDecide {
        @Override
        public String code() {
            return "change-decided-already";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state.name());
        }
    }

    /** What stands is not what stood when it was asked: see before, now and asked of the request. */
    record Overtaken(UUID request, String fields) implements CannotDecide {
        @Override
        public String code() {
            return "change-overtaken";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("request", request.toString(), "fields", fields);
        }
    }
}
