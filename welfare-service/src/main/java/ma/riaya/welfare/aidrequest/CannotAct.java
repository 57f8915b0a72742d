package ma.riaya.welfare.aidrequest;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.welfare.money.Money;

/** Why somebody may not do that to a request now. */
sealed interface CannotAct extends Refusal {

    record AidRequestUnknown(UUID request) implements CannotAct {
        @Override
        public String code() {
            return "aid-request-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("request", request.toString());
        }
    }

    /** The state that the request is in does not allow the act. */
    record NotInState(State state, String act) implements CannotAct {
        @Override
        public String code() {
            return "aid-request-not-in-state";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state.name(), "act", act);
        }
    }

    /** Nobody acts on the file of their own record in the registry. */
    record OwnFile() implements CannotAct {
        @Override
        public String code() {
            return "own-file";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Whoever proposed does not decide, even where the proposal was sent back and another made. */
    record ApproverIsProposer() implements CannotAct {
        @Override
        public String code() {
            return "approver-is-proposer";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Whoever took it into review does not decide, even where a colleague proposed. */
    record ApproverInstructed() implements CannotAct {
        @Override
        public String code() {
            return "approver-instructed";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** More than the head of an office decides alone. */
    record AmountAboveDelegation(Money ceiling, Money asked) implements CannotAct {
        @Override
        public String code() {
            return "amount-above-delegation";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("ceiling", ceiling.toString(), "asked", asked.toString());
        }
    }

    /** The programme leaves every decision to the committee. */
    record CommitteeDecides(String programme) implements CannotAct {
        @Override
        public String code() {
            return "committee-decides";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme);
        }
    }

    /** Whoever proposed or decided does not pay. */
    record OrdererTookPart() implements CannotAct {
        @Override
        public String code() {
            return "orderer-took-part";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** A family is asked for complements once, in the manner of Law 55-19. */
    record ComplementAlreadyAsked(LocalDate on) implements CannotAct {
        @Override
        public String code() {
            return "complement-already-asked";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("on", on.toString());
        }
    }
}
