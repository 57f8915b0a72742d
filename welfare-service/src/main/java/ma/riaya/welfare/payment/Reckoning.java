package ma.riaya.welfare.payment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.welfare.payment.PaymentBook.Move;
import ma.riaya.welfare.payment.PaymentBook.Standing;
import ma.riaya.welfare.payment.bankfile.BankFile;
import ma.riaya.welfare.payment.bankfile.BankLine;
import ma.riaya.welfare.payment.bankfile.BatchStatus;
import ma.riaya.welfare.payment.bankfile.Says;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a bank's file changes, line by line, against the payments as they stand.
 *
 * <p>It touches nothing: the moves it finds are carried out together.
 * A line that does not fit is an exception and moves nothing, whatever it says.
 */
final class Reckoning {

    private final Books books;
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, List<Held>> batches = new HashMap<>();
    private final Map<DisbursementState, List<Move>> moves = new EnumMap<>(DisbursementState.class);
    private final Map<DisbursementState, List<Standing>> moved = new EnumMap<>(DisbursementState.class);
    private final List<JudgedLine> lines = new ArrayList<>();

    /** Every payment that the file may speak of, and what was booked of them before; what is not among them is unknown. */
    Reckoning(List<Standing> standings, List<BankFileBook.Booked> bookings, Books books) {
        this.books = books;
        Map<UUID, List<BankFileBook.Booked>> before =
                bookings.stream().collect(Collectors.groupingBy(BankFileBook.Booked::disbursement));
        for (Standing standing : standings) {
            Held one = new Held(standing, before.getOrDefault(standing.id(), List.of()));
            held.put(standing.endToEndId(), one);
            if (standing.batchNumber() != null) {
                batches.computeIfAbsent(standing.batchNumber(), number -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    /** First the lines that name a payment, then what is said of whole batches for the payments that no line named. */
    Reckoning take(BankFile file) {
        Set<String> named = new HashSet<>();
        for (BankLine line : file.lines()) {
            String reference = Disbursements.written(line.endToEndId());
            if (reference != null) {
                named.add(reference);
            }
            lines.add(judge(line, reference == null ? null : held.get(reference), null));
        }
        file.batches().forEach(status -> take(status, named));
        return this;
    }

    /** A word that decides something is a line for each payment that it is for; any other is a line by itself, and holds off what is said farther away. */
    private void take(BatchStatus status, Set<String> named) {
        List<Held> ofBatch = status.originalMessageId() == null ? null : batches.get(status.originalMessageId());
        if (ofBatch == null) {
            lines.add(whole(status, Verdict.of(Mismatch.BATCH_UNKNOWN)));
            return;
        }
        boolean decides = status.says() == Says.ACCEPTED || status.says() == Says.REFUSED;
        if (!decides) {
            lines.add(
                    whole(status, status.says() == Says.UNKNOWN ? Verdict.of(Mismatch.STATUS_UNKNOWN) : Verdict.NOTED));
        }
        for (Held one : ofBatch) {
            if (named.add(one.standing.endToEndId()) && decides) {
                BankLine line =
                        new BankLine(one.standing.endToEndId(), status.says(), null, null, status.reason(), null);
                lines.add(judge(line, one, status.originalMessageId()));
            }
        }
    }

    private static JudgedLine whole(BatchStatus status, Verdict verdict) {
        BankLine line = new BankLine(null, status.says(), null, null, status.reason(), null);
        return new JudgedLine(line, status.originalMessageId(), null, verdict.outcome(), verdict.mismatch());
    }

    /** The moves found, by the state that they lead to. */
    List<Move> movesTo(DisbursementState state) {
        return moves.getOrDefault(state, List.of());
    }

    /** The payments that these moves lead there. */
    List<Standing> movedTo(DisbursementState state) {
        return moved.getOrDefault(state, List.of());
    }

    List<JudgedLine> lines() {
        return lines;
    }

    private JudgedLine judge(BankLine line, @Nullable Held payment, @Nullable String batchNumber) {
        Verdict verdict = payment == null ? ofNothing(line) : ofPayment(line, payment);
        return new JudgedLine(
                line,
                batchNumber,
                payment == null ? null : payment.standing.id(),
                verdict.outcome(),
                verdict.mismatch());
    }

    private Verdict ofNothing(BankLine line) {
        Mismatch elsewhere = books.elsewhere(line);
        if (elsewhere != null) {
            return Verdict.of(elsewhere);
        }
        if (line.endToEndId() != null) {
            return Verdict.of(Mismatch.END_TO_END_ID_UNKNOWN);
        }
        return switch (line.says()) {
            case NOTHING_YET -> Verdict.NOTED;
            case UNKNOWN -> Verdict.of(Books.doubtful(line));
            case ACCEPTED, REFUSED, DEBITED, RETURNED -> Verdict.of(Mismatch.END_TO_END_ID_MISSING);
        };
    }

    private Verdict ofPayment(BankLine line, Held payment) {
        Mismatch mismatch = books.mismatch(line, payment.standing);
        if (mismatch != null) {
            return Verdict.of(mismatch);
        }
        return switch (line.says()) {
            case ACCEPTED -> accepted(line, payment);
            case REFUSED -> refused(line, payment);
            case DEBITED -> debited(line, payment);
            case RETURNED -> returned(line, payment);
            case NOTHING_YET, UNKNOWN -> Verdict.NOTED;
        };
    }

    private Verdict accepted(BankLine line, Held payment) {
        return switch (payment.state) {
            case SENT -> move(payment, DisbursementState.ACCEPTED, line, null);
            // A report that comes after the booking says less than is known.
            case ACCEPTED, PAID, RETURNED -> Verdict.ALREADY;
            case ORDERED, BATCHED, REFUSED, STOPPED -> Verdict.of(Mismatch.STATE_DOES_NOT_ALLOW);
        };
    }

    private Verdict refused(BankLine line, Held payment) {
        return switch (payment.state) {
            case SENT, ACCEPTED -> move(payment, DisbursementState.REFUSED, line, null);
            case REFUSED -> Verdict.ALREADY;
            case ORDERED, BATCHED, PAID, RETURNED, STOPPED -> Verdict.of(Mismatch.STATE_DOES_NOT_ALLOW);
        };
    }

    private Verdict debited(BankLine line, Held payment) {
        return switch (payment.state) {
            case SENT, ACCEPTED -> {
                payment.debits.add(Optional.ofNullable(line.reference()));
                yield move(payment, DisbursementState.PAID, line, line.reference());
            }
            case PAID, RETURNED -> again(payment.debits, line, Mismatch.DEBITED_TWICE, Mismatch.POSSIBLE_DOUBLE_DEBIT);
            case ORDERED, BATCHED, REFUSED, STOPPED -> Verdict.of(Mismatch.STATE_DOES_NOT_ALLOW);
        };
    }

    /** What came back had been booked, even where the booking's own notification is still on its way. */
    private Verdict returned(BankLine line, Held payment) {
        return switch (payment.state) {
            case SENT, ACCEPTED -> {
                payment.returns.add(Optional.ofNullable(line.reference()));
                move(payment, DisbursementState.PAID, line, null);
                yield move(payment, DisbursementState.RETURNED, line, null);
            }
            case PAID -> {
                payment.returns.add(Optional.ofNullable(line.reference()));
                yield move(payment, DisbursementState.RETURNED, line, null);
            }
            case RETURNED -> again(payment.returns, line, Mismatch.RETURNED_TWICE, Mismatch.POSSIBLE_DOUBLE_RETURN);
            case ORDERED, BATCHED, REFUSED, STOPPED -> Verdict.of(Mismatch.STATE_DOES_NOT_ALLOW);
        };
    }

    /** Only its reference shows that a booking is one that was told before; the first of a payment known to be booked needs none. */
    private static Verdict again(
            List<Optional<String>> before, BankLine line, Mismatch another, Mismatch perhapsAnother) {
        Optional<String> reference = Optional.ofNullable(line.reference());
        if (before.isEmpty() || reference.isPresent() && before.contains(reference)) {
            before.add(reference);
            return Verdict.ALREADY;
        }
        return Verdict.of(reference.isEmpty() || before.contains(Optional.<String>empty()) ? perhapsAnother : another);
    }

    private Verdict move(Held payment, DisbursementState to, BankLine line, @Nullable String reference) {
        moves.computeIfAbsent(to, state -> new ArrayList<>())
                .add(new Move(payment.standing.id(), line.reason(), reference));
        moved.computeIfAbsent(to, state -> new ArrayList<>()).add(payment.standing);
        payment.state = to;
        return Verdict.APPLIED;
    }

    private record Verdict(LineOutcome outcome, @Nullable Mismatch mismatch) {

        static final Verdict APPLIED = new Verdict(LineOutcome.APPLIED, null);
        static final Verdict ALREADY = new Verdict(LineOutcome.ALREADY, null);
        static final Verdict NOTED = new Verdict(LineOutcome.NOTED, null);

        static Verdict of(Mismatch mismatch) {
            return new Verdict(LineOutcome.EXCEPTION, mismatch);
        }
    }

    /** A payment, and where the lines read so far have brought it, with the references of its bookings. */
    private static final class Held {
        private final Standing standing;
        private final List<Optional<String>> debits;
        private final List<Optional<String>> returns;
        private DisbursementState state;

        Held(Standing standing, List<BankFileBook.Booked> before) {
            this.standing = standing;
            state = standing.state();
            debits = references(before, Says.DEBITED);
            returns = references(before, Says.RETURNED);
            // What was paid was debited, and what was returned came back, though no line tells by what reference.
            if (state == DisbursementState.PAID && debits.isEmpty()) {
                debits.add(Optional.ofNullable(standing.bankReference()));
            }
            if (state == DisbursementState.RETURNED && returns.isEmpty()) {
                returns.add(Optional.empty());
            }
        }

        private static List<Optional<String>> references(List<BankFileBook.Booked> before, Says says) {
            return before.stream()
                    .filter(booked -> booked.says() == says)
                    .map(booked -> Optional.ofNullable(booked.bankReference()))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
