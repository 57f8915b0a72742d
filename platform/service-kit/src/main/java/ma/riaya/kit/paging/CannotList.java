package ma.riaya.kit.paging;

import ma.riaya.kit.problem.Refusal;

/** Why a list cannot be given. */
public sealed interface CannotList extends Refusal {

    record CursorInvalid() implements CannotList {
        @Override
        public String code() {
            return "cursor-invalid";
        }

        @Override
        public int status() {
            return 400;
        }
    }
}
