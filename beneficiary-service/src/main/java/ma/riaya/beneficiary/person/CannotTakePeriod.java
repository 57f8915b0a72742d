package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a category, a pension or a link is not taken for a period. */
public sealed interface CannotTakePeriod extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record EndsBeforeItBegins(LocalDate from, LocalDate until) implements CannotTakePeriod {
        @Override
        public String code() {
            return "period-ends-before-it-begins";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("from", from.toString(), "until", until.toString());
        }
    }

    record DateOutOfBounds(LocalDate date) implements CannotTakePeriod {
        @Override
        public String code() {
            return "date-out-of-bounds";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("date", date.toString());
        }
    }

    /** The person holds this category already for a part of the period. */
    record CategoryOverlaps(Category category) implements CannotTakePeriod {
        @Override
        public String code() {
            return "category-overlaps";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("category", category.name());
        }
    }

    /** The person receives a pension already for a part of the period. */
    record PensionOverlaps() implements CannotTakePeriod {
        @Override
        public String code() {
            return "pension-overlaps";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** The two persons are linked so already for a part of the period. */
    record LinkOverlaps(LinkKind kind) implements CannotTakePeriod {
        @Override
        public String code() {
            return "link-overlaps";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("kind", kind.name());
        }
    }

    record LinkToSelf() implements CannotTakePeriod {
        @Override
        public String code() {
            return "link-to-self";
        }
    }

    record EndReasonWithoutEnd() implements CannotTakePeriod {
        @Override
        public String code() {
            return "end-reason-without-end";
        }
    }
}
