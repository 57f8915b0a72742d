package ma.riaya.welfare.campaign;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.welfare.money.Money;

/** Why a campaign is not opened or taken further. */
sealed interface CannotRun extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record CampaignUnknown(UUID campaign) implements CannotRun {
        @Override
        public String code() {
            return "campaign-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("campaign", campaign.toString());
        }
    }

    record WaveUnknown(UUID campaign, int number) implements CannotRun {
        @Override
        public String code() {
            return "campaign-wave-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("campaign", campaign.toString(), "number", number);
        }
    }

    /** The programme has no rule by which it could select. */
    record ProgrammeWithoutRules(String programme) implements CannotRun {
        @Override
        public String code() {
            return "programme-without-campaign";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme);
        }
    }

    /** The programme grants another amount. */
    record AmountOutOfRange(Money least, Money most, Money asked) implements CannotRun {
        @Override
        public String code() {
            return "campaign-amount-out-of-range";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("least", least.toString(), "most", most.toString(), "asked", asked.toString());
        }
    }

    /** The programme has its campaign of the year, which takes latecomers as a further wave. */
    record AlreadyOpen(String programme, int year, UUID campaign) implements CannotRun {
        @Override
        public String code() {
            return "campaign-already-open";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("programme", programme, "year", String.valueOf(year), "campaign", campaign.toString());
        }
    }

    /** A list is frozen on what is known, and nobody knows the facts of a day to come. */
    record DayOutOfRange(LocalDate earliest, LocalDate latest) implements CannotRun {
        @Override
        public String code() {
            return "campaign-day-out-of-range";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("earliest", earliest.toString(), "latest", latest.toString());
        }
    }

    /** The wave stands elsewhere than the act wants it. */
    record WaveNotThere(int number, WaveState state, WaveState wanted) implements CannotRun {
        @Override
        public String code() {
            return "campaign-wave-state";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number, "state", state.name(), "wanted", wanted.name());
        }
    }

    /** There is nobody on the list to pay. */
    record WaveEmpty(int number) implements CannotRun {
        @Override
        public String code() {
            return "campaign-wave-empty";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("number", number);
        }
    }

    /** Four eyes. */
    record ApproverIsProposer() implements CannotRun {
        @Override
        public String code() {
            return "approver-is-proposer";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Whoever had the list selected does not decide on it. */
    record ApproverSelected() implements CannotRun {
        @Override
        public String code() {
            return "approver-selected";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Whoever selected or proposed the list does not pay it. */
    record OrdererTookPart() implements CannotRun {
        @Override
        public String code() {
            return "orderer-took-part";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Nobody decides on a list that they are on, or pays it. */
    record OwnFile() implements CannotRun {
        @Override
        public String code() {
            return "own-file";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Whoever decides does not pay. */
    record PayerIsApprover() implements CannotRun {
        @Override
        public String code() {
            return "payer-is-approver";
        }

        @Override
        public int status() {
            return 403;
        }
    }
}
