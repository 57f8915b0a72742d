package ma.riaya.beneficiary.merge;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a proposal is not made, or not decided. */
sealed interface CannotDecideMerge extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record MergeUnknown(UUID merge) implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("merge", merge.toString());
        }
    }

    record ProposedAlready() implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-proposed-already";
        }
    }

    record DecidedAlready(Proposal.State state) implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-decided-already";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state.name());
        }
    }

    /** Who proposed does not decide. */
    record ProposerDecides() implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-proposer-decides";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Only who proposed takes the proposal back. */
    record NotTheProposer() implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-not-the-proposer";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** One of the records is another than the proposer saw. */
    record ChangedSince(String which) implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-changed-since";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("which", which);
        }
    }

    /** What is to be undone is not a merge in force. */
    record NotInForce(UUID merge) implements CannotDecideMerge {
        @Override
        public String code() {
            return "merge-not-in-force";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("merge", merge.toString());
        }
    }
}
