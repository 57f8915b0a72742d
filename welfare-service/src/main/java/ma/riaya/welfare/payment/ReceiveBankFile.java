package ma.riaya.welfare.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Share;
import ma.riaya.welfare.payment.DisbursementSettled.Outcome;
import ma.riaya.welfare.payment.PaymentBook.Move;
import ma.riaya.welfare.payment.PaymentBook.Standing;
import ma.riaya.welfare.payment.bankfile.BankFile;
import ma.riaya.welfare.payment.bankfile.BankFileReader;
import ma.riaya.welfare.payment.bankfile.BatchStatus;

/**
 * Takes a file of the bank: moves the payments that it speaks of, and their envelopes, all in one transaction.
 *
 * <p>The number of statements does not grow with the file, and a crash leaves all of it or nothing.
 */
@Singleton
class ReceiveBankFile {

    private static final List<DisbursementState> IN_THIS_ORDER = List.of(
            DisbursementState.ACCEPTED, DisbursementState.PAID, DisbursementState.REFUSED, DisbursementState.RETURNED);

    /** Of these, a notification may tell again what was told before. */
    private static final Set<DisbursementState> BOOKED = Set.of(DisbursementState.PAID, DisbursementState.RETURNED);

    /** How each state that ends or changes a commitment moves the envelope. */
    private static final Map<DisbursementState, Kind> BUDGET = Map.of(
            DisbursementState.PAID, Kind.PAY,
            DisbursementState.REFUSED, Kind.UNCOMMIT,
            DisbursementState.RETURNED, Kind.GIVE_BACK);

    private static final Map<DisbursementState, Outcome> TOLD = Map.of(
            DisbursementState.PAID, Outcome.PAID,
            DisbursementState.REFUSED, Outcome.REFUSED,
            DisbursementState.RETURNED, Outcome.RETURNED);

    private final BankFileBook files;
    private final PaymentBook payments;
    private final Envelopes envelopes;
    private final Settlements settlements;
    private final OwnAccount own;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ReceiveBankFile(
            BankFileBook files,
            PaymentBook payments,
            Envelopes envelopes,
            Settlements settlements,
            OwnAccount own,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.files = files;
        this.payments = payments;
        this.envelopes = envelopes;
        this.settlements = settlements;
        this.own = own;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refused as bank-file-already-received or bank-file-message-id-used, or where it cannot be read; a line that does not fit is an exception of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    BankFileBook.Stored receive(byte[] bytes) {
        byte[] sha256 = PaymentFiles.sha256(bytes);
        refuseIfKnown(sha256);
        BankFile file = BankFileReader.read(bytes);
        refuseIfUsed(file, sha256);
        Reckoning reckoning = reckon(file);
        BankFileBook.Stored stored = summary(file, sha256, reckoning);
        if (!files.insert(stored)) {
            refuseIfKnown(sha256);
            refuseIfUsed(file, sha256);
            throw new IllegalStateException("a file that stands in the way is not to be seen");
        }
        files.insertLines(stored.id(), reckoning.lines());
        moveStates(reckoning, stored.id());
        tell(reckoning);
        // Last, for everybody who approves waits for the envelope's row.
        moveBudget(reckoning);
        audit.append(AuditEntry.of("bank-file-received", "bank-file", stored.id())
                .with(Map.of(
                        "kind", stored.kind().name(),
                        "lines", String.valueOf(stored.lines()),
                        "applied", String.valueOf(stored.applied()),
                        "exceptions", String.valueOf(stored.exceptions()))));
        return stored;
    }

    private void refuseIfKnown(byte[] sha256) {
        files.findBySha256(sha256).ifPresent(first -> {
            throw new RefusedException(new CannotReceive.AlreadyReceived(first.id(), first.messageId()));
        });
    }

    /** A correction comes under an identifier of its own, and so does all else that the bank has to say. */
    private void refuseIfUsed(BankFile file, byte[] sha256) {
        files.findByMessageId(file.kind(), file.messageId()).ifPresent(first -> {
            // The same file may have come in since it was looked for.
            refuseIfKnown(sha256);
            throw new RefusedException(new CannotReceive.MessageIdUsed(first.id(), first.messageId()));
        });
    }

    private Reckoning reckon(BankFile file) {
        List<Standing> held = payments.hold(references(file));
        Set<UUID> booked = file.kind() == BankFile.Kind.CAMT_054
                ? held.stream()
                        .filter(payment -> BOOKED.contains(payment.state()))
                        .map(Standing::id)
                        .collect(Collectors.toSet())
                : Set.of();
        Books books = new Books(own.debtor().iban(), LocalDate.ofInstant(clock.instant(), Clocks.BUSINESS_ZONE));
        return new Reckoning(held, booked.isEmpty() ? List.of() : files.bookingsOf(booked), books).take(file);
    }

    private Set<String> references(BankFile file) {
        Set<String> references = file.lines().stream()
                .map(line -> Disbursements.written(line.endToEndId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        if (!file.batches().isEmpty()) {
            references.addAll(payments.referencesOfBatches(file.batches().stream()
                    .map(BatchStatus::originalMessageId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
        }
        return references;
    }

    private BankFileBook.Stored summary(BankFile file, byte[] sha256, Reckoning reckoning) {
        Map<LineOutcome, Long> ended =
                reckoning.lines().stream().collect(Collectors.groupingBy(JudgedLine::outcome, Collectors.counting()));
        return new BankFileBook.Stored(
                UuidCreator.getTimeOrderedEpochPlus1(),
                file.kind(),
                file.messageId(),
                BatchBook.hex(sha256),
                caller.get().subject(),
                clock.instant(),
                reckoning.lines().size(),
                ended.getOrDefault(LineOutcome.APPLIED, 0L).intValue(),
                ended.getOrDefault(LineOutcome.ALREADY, 0L).intValue(),
                ended.getOrDefault(LineOutcome.NOTED, 0L).intValue(),
                ended.getOrDefault(LineOutcome.EXCEPTION, 0L).intValue());
    }

    private void moveStates(Reckoning reckoning, UUID file) {
        for (DisbursementState state : IN_THIS_ORDER) {
            List<Move> moves = reckoning.movesTo(state);
            if (!moves.isEmpty() && payments.move(state, moves) != moves.size()) {
                throw new IllegalStateException("a payment held for " + file + " has gone");
            }
        }
    }

    private void tell(Reckoning reckoning) {
        for (DisbursementState state : IN_THIS_ORDER) {
            Outcome outcome = TOLD.get(state);
            if (outcome != null) {
                settlements.tell(reckoning.movedTo(state), outcome);
            }
        }
    }

    /** Envelope by envelope, in one order for everyone: two files never wait for each other. */
    private void moveBudget(Reckoning reckoning) {
        Map<UUID, Map<DisbursementState, List<Share>>> shares = new TreeMap<>();
        for (DisbursementState state : BUDGET.keySet()) {
            for (Standing payment : reckoning.movedTo(state)) {
                shares.computeIfAbsent(payment.envelope(), envelope -> new TreeMap<>())
                        .computeIfAbsent(state, one -> new ArrayList<>())
                        .add(new Share(payment.id(), payment.amount()));
            }
        }
        // Within an envelope a payment comes before its return.
        shares.forEach((envelope, byState) -> byState.forEach((state, ofState) ->
                envelopes.moveAll(Objects.requireNonNull(BUDGET.get(state)), envelope, "disbursement", ofState)));
    }
}
