package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.payment.PaymentBook.Standing;
import ma.riaya.welfare.payment.bankfile.BankFile;
import ma.riaya.welfare.payment.bankfile.BankLine;
import ma.riaya.welfare.payment.bankfile.BatchStatus;
import ma.riaya.welfare.payment.bankfile.Says;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of the bank changes, in each state that it may find the payment in. */
class ReckoningTest {

    private static final String REFERENCE = "RY1";

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
        "PAID,     DEBITED,  ALREADY",
        "REFUSED,  DEBITED,  STATE_DOES_NOT_ALLOW",
        "RETURNED, DEBITED,  ALREADY",
        "ORDERED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "BATCHED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "SENT,     RETURNED, APPLIED",
        "ACCEPTED, RETURNED, APPLIED",
        "PAID,     RETURNED, APPLIED",
        "REFUSED,  RETURNED, STATE_DOES_NOT_ALLOW",
        "RETURNED, RETURNED, ALREADY",
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
                line(Says.DEBITED, "1000.00", "EUR"),
                line(Says.DEBITED, null, null),
                line(Says.RETURNED, null, null),
                line(Says.ACCEPTED, "999.99", "MAD"),
                line(Says.REFUSED, "0", "MAD"))) {
            Reckoning reckoning = reckon(DisbursementState.SENT, wrong);
            assertThat(reckoning.lines().getFirst().mismatch()).isEqualTo(Mismatch.AMOUNT_DIFFERS);
            assertThat(moves(reckoning)).isFalse();
        }
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

        Reckoning reckoning = new Reckoning(List.of(named, other)).take(file);

        assertThat(reckoning.movedTo(DisbursementState.REFUSED)).containsExactly(named);
        assertThat(reckoning.movedTo(DisbursementState.ACCEPTED)).containsExactly(other);
        assertThat(reckoning.lines()).hasSize(3);
        assertThat(reckoning.lines().getLast().mismatch()).isEqualTo(Mismatch.BATCH_UNKNOWN);
    }

    private static Reckoning reckon(DisbursementState state, BankLine... lines) {
        return new Reckoning(List.of(standing(REFERENCE, state)))
                .take(new BankFile(BankFile.Kind.CAMT_054, "m", List.of(lines), List.of()));
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
                "PAY-2025-000001");
    }

    private static BankLine line(Says says, @Nullable String amount, @Nullable String currency) {
        return new BankLine(REFERENCE, says, amount == null ? null : new BigDecimal(amount), currency, null, null);
    }
}
