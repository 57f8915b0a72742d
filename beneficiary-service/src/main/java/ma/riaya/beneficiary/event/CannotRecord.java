package ma.riaya.beneficiary.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why an event is not entered. */
sealed interface CannotRecord extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record EventUnknown(UUID event) implements CannotRecord {
        @Override
        public String code() {
            return "event-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("event", event.toString());
        }
    }

    /** Someone corrected or withdrew it already: the newer one is to be corrected. */
    record CorrectedAlready(UUID by) implements CannotRecord {
        @Override
        public String code() {
            return "event-corrected-already";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("by", by.toString());
        }
    }

    /** It happens once in a life, and stands. */
    record StandsAlready(EventKind kind, UUID event) implements CannotRecord {
        @Override
        public String code() {
            return "event-stands-already";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name(), "event", event.toString());
        }
    }

    record InTheFuture(LocalDate day) implements CannotRecord {
        @Override
        public String code() {
            return "event-in-the-future";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day.toString());
        }
    }

    record BeforeBirth(LocalDate day, LocalDate birth) implements CannotRecord {
        @Override
        public String code() {
            return "event-before-birth";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day.toString(), "birth", birth.toString());
        }
    }

    record AfterDeath(LocalDate day, LocalDate death) implements CannotRecord {
        @Override
        public String code() {
            return "event-after-death";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day.toString(), "death", death.toString());
        }
    }

    record OtherMissing(EventKind kind) implements CannotRecord {
        @Override
        public String code() {
            return "event-other-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name());
        }
    }

    record OtherNotWanted(EventKind kind) implements CannotRecord {
        @Override
        public String code() {
            return "event-other-not-wanted";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name());
        }
    }

    /** How somebody died is said of a death, and of nothing else. */
    record MannerOfADeath() implements CannotRecord {
        @Override
        public String code() {
            return "event-manner-of-a-death";
        }
    }

    record BornOnAnotherDay(LocalDate day, LocalDate birth) implements CannotRecord {
        @Override
        public String code() {
            return "event-birth-differs";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day.toString(), "birth", birth.toString());
        }
    }

    record NotMarried(LocalDate day) implements CannotRecord {
        @Override
        public String code() {
            return "event-not-married";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("day", day.toString());
        }
    }

    record NeedsManager(EventKind kind) implements CannotRecord {
        @Override
        public String code() {
            return "event-needs-registry-manager";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name());
        }
    }
}
