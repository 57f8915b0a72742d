package ma.riaya.beneficiary.protection;

import ma.riaya.kit.problem.Refusal;

/** Why nothing is shown although the purpose covers it. */
public sealed interface CannotRecord extends Refusal {

    /** A look that leaves no record is not given. */
    record LookNotRecorded() implements CannotRecord {

        private static final int SECONDS = 30;

        @Override
        public String code() {
            return "look-not-recorded";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public int retryAfterSeconds() {
            return SECONDS;
        }
    }
}
