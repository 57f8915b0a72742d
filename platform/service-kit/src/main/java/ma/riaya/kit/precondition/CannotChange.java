package ma.riaya.kit.precondition;

import ma.riaya.kit.problem.Refusal;

/** Why a change is not taken: the caller has not shown what it saw, or saw something older. */
public sealed interface CannotChange extends Refusal {

    record VersionMissing() implements CannotChange {
        @Override
        public String code() {
            return "if-match-missing";
        }

        @Override
        public int status() {
            return 428;
        }
    }

    record Stale() implements CannotChange {
        @Override
        public String code() {
            return "changed-meanwhile";
        }

        @Override
        public int status() {
            return 412;
        }
    }
}
