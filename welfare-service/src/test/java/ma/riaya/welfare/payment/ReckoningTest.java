package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.payment.PaymentBook.Standing;
import ma.riaya.welfare.payment.bankfile.BankFile;
import ma.riaya.welfare.payment.bankfile.BankLine;
import ma.riaya.welfare.payment.bankfile.BatchStatus;
import ma.riaya.welfare.payment.bankfile.Booking;
import ma.riaya.welfare.payment.bankfile.Doubt;
import ma.riaya.welfare.payment.bankfile.Says;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of the bank changes, in each state that it may find the payment in. */
class ReckoningTest {

    private static final String REFERENCE = "RY1";
    private static final String IBAN = "MA64011519000001205000534921";
    private static final LocalDate RELEASED = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 3);
    private static final Books BOOKS = new Books(IBAN, TODAY);

    @ParameterizedTest
    @CsvSource({
        "ORDERED,  ACCEPTED, STATE_DOES_NOT_ALLOW",
        "BATCHED,  ACCEPTED, STATE_DOES_NOT_ALLOW",
        "SENT,     ACCEPTED, APPLIED",
        "ACCEPTED, ACCEPTED, ALREADY",
        "PAID,     ACCEPTED, ALREADY",
        "REFUSED,  ACCEPTED, STATE_DOES_NOT_ALLOW",
        "RETURNED, ACCEPTED, ALREADY",
        "ORDERED,  REFUSED,  STATE_DOES_NOT_ALLOW",
        "BATCHED,  REFUSED,  STATE_DOES_NOT_ALLOW",
        "SENT,     REFUSED,  APPLIED",
        "ACCEPTED, REFUSED,  APPLIED",
        "PAID,     REFUSED,  STATE_DOES_NOT_ALLOW",
        "REFUSED,  REFUSED,  ALREADY",
        "RETURNED, REFUSED,  STATE_DOES_NOT_ALLOW",
        "ORDERED,  DEBITED,  STATE_DOES_NOT_ALLOW",
        "BATCHED,  DEBITED,  STATE_DOES_NOT_ALLOW",
        "SENT,     DEBITED,  APPLIED",
        "ACCEPTED, DEBITED,  APPLIED",
        "PAID,     DEBITED,  POSSIBLE_DOUBLE_DEBIT",
        "REFUSED,  DEBITED,  STATE_DOES_NOT_ALLOW",
        "RETURNED, DEBITED,  ALREADY",
        "ORDERED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "BATCHED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "SENT,     RETURNED, APPLIED",
        "ACCEPTED, RETURNED, APPLIED",
        "PAID,     RETURNED, APPLIED",
        "REFUSED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "RETURNED, RETURNED, POSSIBLE_DOUBLE_RETURN",
        "SENT,     NOTHING_YET, NOTED",
        "SENT,     UNKNOWN,  STATUS_UNKNOWN",
    })
    void everyWordInEveryState(DisbursementState state, Says says, String becomes) {
        Reckoning reckoning = reckon(state, line(says, "1000.00", "MAD"));

        JudgedLine judged = reckoning.lines().getFirst();
        String found = judged.mismatch() == null
                ? judged.outcome().name()
                : judged.mismatch().name();
        assertThat(found).isEqualTo(becomes);
        assertThat(judged.disbursement()).isNotNull();
        assertThat(moves(reckoning)).isEqualTo(becomes.equals("APPLIED"));
    }

    @Test
    void everyMoveFoundIsOneThatTheStateAllows() {
        for (DisbursementState state : DisbursementState.values()) {
            for (Says says : Says.values()) {
                Reckoning reckoning = reckon(state, line(says, "1000.00", "MAD"));
                DisbursementState stands = state;
                for (DisbursementState to : DisbursementState.values()) {
                    if (!reckoning.movesTo(to).isEmpty()) {
                        assertThat(stands.next()).contains(to);
                        stands = to;
                    }
                }
            }
        }
    }

    @Test
    void aReturnThatComesBeforeItsBookingPaysAndGivesBack() {
        Reckoning reckoning = reckon(
                DisbursementState.SENT, line(Says.RETURNED, "1000.00", "MAD"), line(Says.DEBITED, "1000.00", "MAD"));

        assertThat(reckoning.movesTo(DisbursementState.PAID)).hasSize(1);
        assertThat(reckoning.movesTo(DisbursementState.RETURNED)).hasSize(1);
        assertThat(reckoning.lines())
                .extracting(JudgedLine::outcome)
                .containsExactly(LineOutcome.APPLIED, LineOutcome.ALREADY);
    }

    @Test
    void anotherAmountOrCurrencyMovesNothing() {
        for (BankLine wrong : List.of(
                line(Says.DEBITED, "1000.01", "MAD"),
                line(Says.DEBITED, "0.00", "MAD"),
                line(Says.DEBITED, null, null),
                line(Says.RETURNED, null, null),
                line(Says.RETURNED, "999.99", "MAD"),
                line(Says.ACCEPTED, "999.99", "MAD"),
                line(Says.REFUSED, "0", "MAD"))) {
            assertExceptionIs(Mismatch.AMOUNT_DIFFERS, wrong);
        }
        assertExceptionIs(Mismatch.CURRENCY_DIFFERS, line(Says.DEBITED, "1000.00", "EUR"));
        assertExceptionIs(Mismatch.CURRENCY_DIFFERS, line(Says.ACCEPTED, "1000.00", "EUR"));
        assertThat(moves(reckon(DisbursementState.SENT, line(Says.ACCEPTED, null, null))))
                .isTrue();
    }

    @Test
    void aSecondDebitUnderAnotherReferenceIsSeen() {
        BankLine first = new BankLine(REFERENCE, Says.DEBITED, new BigDecimal("1000.00"), "MAD", null, "B1");
        BankLine second = new BankLine(REFERENCE, Says.DEBITED, new BigDecimal("1000.00"), "MAD", null, "B2");

        Reckoning reckoning = reckon(DisbursementState.SENT, first, first, second);

        assertThat(reckoning.lines())
                .extracting(JudgedLine::outcome)
                .containsExactly(LineOutcome.APPLIED, LineOutcome.ALREADY, LineOutcome.EXCEPTION);
        assertThat(reckoning.lines().getLast().mismatch()).isEqualTo(Mismatch.DEBITED_TWICE);
    }

    /** Without a reference on either side nobody can tell one debit told twice from two. */
    @Test
    void aSecondDebitThatNoReferenceShowsToBeTheFirst() {
        for (List<@Nullable String> references : List.of(
                Arrays.<@Nullable String>asList(null, null),
                Arrays.<@Nullable String>asList("B1", null),
                Arrays.<@Nullable String>asList(null, "B1"))) {
            Reckoning reckoning =
                    reckon(DisbursementState.SENT, debit(references.getFirst()), debit(references.getLast()));

            assertThat(reckoning.lines())
                    .extracting(JudgedLine::mismatch)
                    .containsExactly(null, Mismatch.POSSIBLE_DOUBLE_DEBIT);
            assertThat(reckoning.movesTo(DisbursementState.PAID)).hasSize(1);
        }
    }

    @Test
    void whatWasBookedByAnEarlierFileIsKnownByItsReference() {
        Standing paid = standing(REFERENCE, DisbursementState.PAID);
        List<BankFileBook.Booked> before = List.of(new BankFileBook.Booked(paid.id(), Says.DEBITED, "B1"));

        assertThat(mismatches(paid, before, debit("B1"), debit("B2"), debit(null)))
                .containsExactly(null, Mismatch.DEBITED_TWICE, Mismatch.POSSIBLE_DOUBLE_DEBIT);
    }

    /** A payment that came back before its debit was told: the first debit is the one that it came back from. */
    @Test
    void theFirstDebitAfterAReturnIsKnownAndTheSecondIsSeen() {
        Standing returned = standing(REFERENCE, DisbursementState.RETURNED);
        List<BankFileBook.Booked> before = List.of(new BankFileBook.Booked(returned.id(), Says.RETURNED, "R1"));

        assertThat(mismatches(returned, before, debit(null), debit(null)))
                .containsExactly(null, Mismatch.POSSIBLE_DOUBLE_DEBIT);
        assertThat(mismatches(returned, before, debit("B1"), debit("B1"), debit("B2")))
                .containsExactly(null, null, Mismatch.DEBITED_TWICE);
    }

    @Test
    void aSecondReturnIsSeenLikeASecondDebit() {
        Standing returned = standing(REFERENCE, DisbursementState.RETURNED);
        List<BankFileBook.Booked> before = List.of(new BankFileBook.Booked(returned.id(), Says.RETURNED, "R1"));

        assertThat(mismatches(returned, before, comeback("R1"), comeback("R2"), comeback(null)))
                .containsExactly(null, Mismatch.RETURNED_TWICE, Mismatch.POSSIBLE_DOUBLE_RETURN);
        assertThat(reckon(DisbursementState.PAID, comeback(null), comeback(null))
                        .lines())
                .extracting(JudgedLine::mismatch)
                .containsExactly(null, Mismatch.POSSIBLE_DOUBLE_RETURN);
    }

    @Test
    void aReferenceInOtherCapitalsIsOurs() {
        String ours = Disbursements.endToEndId(UUID.fromString("0197c9e0-0000-7000-8000-00000000abcd"));
        BankLine loud =
                new BankLine(ours.toUpperCase(Locale.ROOT), Says.DEBITED, new BigDecimal("1000.00"), "MAD", null, null);
        Reckoning reckoning = new Reckoning(List.of(standing(ours, DisbursementState.SENT)), List.of(), BOOKS)
                .take(new BankFile(BankFile.Kind.CAMT_054, "m", List.of(loud), List.of()));

        assertThat(reckoning.lines().getFirst().outcome()).isEqualTo(LineOutcome.APPLIED);
        assertThat(reckoning.lines().getFirst().line().endToEndId()).isEqualTo(loud.endToEndId());
    }

    @Test
    void anotherAccountIsNotOurs() {
        assertExceptionIs(Mismatch.ACCOUNT_NOT_OURS, booked("MA64001810007800020110620318", null));
        BankLine nobodys = new BankLine(
                "RY2", Says.UNKNOWN, BigDecimal.ONE, "MAD", null, null, new Booking("123", null), Doubt.CREDIT);
        assertExceptionIs(Mismatch.ACCOUNT_NOT_OURS, nobodys);
        for (String written : List.of(IBAN, IBAN.substring(4), "MA64 0115 1900 0001 2050 0053 4921")) {
            assertThat(moves(reckon(DisbursementState.SENT, booked(written, null))))
                    .isTrue();
        }
    }

    @Test
    void aBookingHasADayThatHasBeenAndIsNotBeforeTheRelease() {
        assertExceptionIs(Mismatch.BOOKED_IN_THE_FUTURE, booked(IBAN, TODAY.plusDays(1)));
        assertExceptionIs(Mismatch.BOOKED_BEFORE_RELEASE, booked(IBAN, RELEASED.minusDays(1)));
        assertThat(moves(reckon(DisbursementState.SENT, booked(IBAN, TODAY)))).isTrue();
        assertThat(moves(reckon(DisbursementState.SENT, booked(IBAN, RELEASED))))
                .isTrue();
    }

    @Test
    void whatContradictsItselfMovesNothing() {
        Map<Doubt, Mismatch> exceptions = Map.of(
                Doubt.AMOUNTS, Mismatch.AMOUNTS_CONTRADICT,
                Doubt.DIRECTION, Mismatch.DIRECTION_CONTRADICTS,
                Doubt.CREDIT, Mismatch.CREDIT_UNEXPLAINED);
        for (Doubt doubt : Doubt.values()) {
            for (Says says : List.of(Says.DEBITED, Says.RETURNED, Says.UNKNOWN)) {
                assertExceptionIs(
                        exceptions.getOrDefault(doubt, Mismatch.STATUS_UNKNOWN),
                        new BankLine(
                                REFERENCE,
                                says,
                                new BigDecimal("1000.00"),
                                "MAD",
                                null,
                                null,
                                new Booking(IBAN, null),
                                doubt));
            }
        }
    }

    @Test
    void whatNamesNoneOfOurPayments() {
        BankLine unknown = new BankLine("RY2", Says.DEBITED, BigDecimal.ONE, "MAD", null, null);
        BankLine nameless = new BankLine(null, Says.DEBITED, BigDecimal.ONE, "MAD", null, null);
        BankLine announced = new BankLine(null, Says.NOTHING_YET, BigDecimal.ONE, "MAD", null, null);
        BankLine strange = new BankLine(null, Says.UNKNOWN, BigDecimal.ONE, "MAD", null, null);

        Reckoning reckoning = reckon(DisbursementState.SENT, unknown, nameless, announced, strange);

        assertThat(reckoning.lines())
                .extracting(JudgedLine::mismatch)
                .containsExactly(
                        Mismatch.END_TO_END_ID_UNKNOWN, Mismatch.END_TO_END_ID_MISSING, null, Mismatch.STATUS_UNKNOWN);
        assertThat(moves(reckoning)).isFalse();
    }

    @Test
    void aStatusOfTheWholeBatchIsForThoseNotNamed() {
        Standing named = standing("RY1", DisbursementState.SENT);
        Standing other = standing("RY2", DisbursementState.SENT);
        BankFile file = new BankFile(
                BankFile.Kind.PAIN_002,
                "m",
                List.of(new BankLine("RY1", Says.REFUSED, null, null, "AC04", null)),
                List.of(
                        new BatchStatus("PAY-2025-000001", Says.ACCEPTED, null),
                        new BatchStatus("PAY-2025-999999", Says.REFUSED, null)));

        Reckoning reckoning = new Reckoning(List.of(named, other), List.of(), BOOKS).take(file);

        assertThat(reckoning.movedTo(DisbursementState.REFUSED)).containsExactly(named);
        assertThat(reckoning.movedTo(DisbursementState.ACCEPTED)).containsExactly(other);
        assertThat(reckoning.lines()).hasSize(3);
        assertThat(reckoning.lines().getLast().mismatch()).isEqualTo(Mismatch.BATCH_UNKNOWN);
    }

    private static Reckoning reckon(DisbursementState state, BankLine... lines) {
        return new Reckoning(List.of(standing(REFERENCE, state)), List.of(), BOOKS)
                .take(new BankFile(BankFile.Kind.CAMT_054, "m", List.of(lines), List.of()));
    }

    private static List<@Nullable Mismatch> mismatches(
            Standing payment, List<BankFileBook.Booked> before, BankLine... lines) {
        return new Reckoning(List.of(payment), before, BOOKS)
                .take(new BankFile(BankFile.Kind.CAMT_054, "m", List.of(lines), List.of())).lines().stream()
                        .map(JudgedLine::mismatch)
                        .collect(Collectors.toList());
    }

    private static void assertExceptionIs(Mismatch mismatch, BankLine wrong) {
        Reckoning reckoning = reckon(DisbursementState.SENT, wrong);
        assertThat(reckoning.lines().getFirst().mismatch()).isEqualTo(mismatch);
        assertThat(moves(reckoning)).isFalse();
    }

    private static BankLine debit(@Nullable String reference) {
        return new BankLine(REFERENCE, Says.DEBITED, new BigDecimal("1000.00"), "MAD", null, reference);
    }

    private static BankLine comeback(@Nullable String reference) {
        return new BankLine(REFERENCE, Says.RETURNED, new BigDecimal("1000.00"), "MAD", null, reference);
    }

    private static BankLine booked(String account, @Nullable LocalDate on) {
        return new BankLine(
                REFERENCE, Says.DEBITED, new BigDecimal("1000.00"), "MAD", null, null, new Booking(account, on), null);
    }

    private static boolean moves(Reckoning reckoning) {
        return List.of(DisbursementState.values()).stream()
                .anyMatch(state -> !reckoning.movesTo(state).isEmpty());
    }

    private static Standing standing(String reference, DisbursementState state) {
        return new Standing(
                UUID.randomUUID(),
                reference,
                SourceType.DECISION,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.of("1000.00"),
                state,
                null,
                "PAY-2025-000001",
                RELEASED.atTime(9, 0).atZone(Clocks.BUSINESS_ZONE).toInstant());
    }

    private static BankLine line(Says says, @Nullable String amount, @Nullable String currency) {
        return new BankLine(REFERENCE, says, amount == null ? null : new BigDecimal(amount), currency, null, null);
    }
}
