package ma.riaya.acceptance.bank;

import java.util.List;
import java.util.Set;

/** The messages that the bank owes for a payment file, in the order in which a well-behaved bank gives them. */
enum Answer {
    STATUS("pain.002") {
        @Override
        boolean isDue(Outcome outcome) {
            return true;
        }

        @Override
        byte[] write(Outcome outcome, Set<Mischief> mischief, String messageId) {
            return new StatusReport(outcome, messageId).write(ordered(outcome.lines(), mischief));
        }
    },
    BOOKING("camt.054") {
        @Override
        boolean isDue(Outcome outcome) {
            return !outcome.credited().isEmpty();
        }

        @Override
        byte[] write(Outcome outcome, Set<Mischief> mischief, String messageId) {
            return new Notification(outcome, messageId, mischief).bookings(ordered(outcome.credited(), mischief));
        }
    },
    RETURNS("camt.054-returns") {
        @Override
        boolean isDue(Outcome outcome) {
            return !outcome.returned().isEmpty();
        }

        @Override
        byte[] write(Outcome outcome, Set<Mischief> mischief, String messageId) {
            return new Notification(outcome, messageId, mischief).returns(ordered(outcome.returned(), mischief));
        }
    };

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether there is anything to say in this kind of answer. */
    abstract boolean isDue(Outcome outcome);

    abstract byte[] write(Outcome outcome, Set<Mischief> mischief, String messageId);

    private static <T> List<T> ordered(List<T> lines, Set<Mischief> mischief) {
        return mischief.contains(Mischief.ANSWER_OUT_OF_ORDER) ? lines.reversed() : lines;
    }
}
