package ma.riaya.welfare.payment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.welfare.payment.bankfile.Says;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a bank's file, with what became of it. */
record BankLineView(
        UUID id,
        UUID bankFile,

        @Schema(description = "Its place in the file.") int position,

        @Nullable @Schema(description = "The payment as the bank named it.")
        String endToEndId,

        @Nullable @Schema(description = "The batch, where the bank spoke of a whole one.", examples = "PAY-2025-000001")
        String batchNumber,

        Says says,
        @Nullable BankAmount amount,
        @Nullable @Schema(examples = "AC04") String bankReason,
        @Nullable String bankReference,
        @Nullable UUID disbursement,
        LineOutcome outcome,
        @Nullable BankException exception) {

    /** An amount as the bank wrote it, which need not be one of ours. */
    @Schema(name = "BankAmount")
    record BankAmount(
            @Schema(examples = "1000.00") String amount,
            @Nullable @Schema(examples = "MAD") String currency) {

        static @Nullable BankAmount of(@Nullable BigDecimal amount, @Nullable String currency) {
            return amount == null ? null : new BankAmount(amount.toPlainString(), currency);
        }
    }

    /** Why it changed nothing. */
    @Schema(name = "BankException")
    record BankException(
            @Schema(examples = "amount-differs") String code,

            @Schema(description = "What happened and what to do, in the reader's language.")
            String explanation) {}

    static BankLineView of(BankFileBook.StoredLine line, ProblemTexts texts, Locale language) {
        return new BankLineView(
                line.id(),
                line.bankFile(),
                line.position(),
                line.endToEndId(),
                line.batchNumber(),
                line.says(),
                BankAmount.of(line.amount(), line.currency()),
                line.bankReason(),
                line.bankReference(),
                line.disbursement(),
                line.outcome(),
                explained(line.exception(), texts, language));
    }

    private static @Nullable BankException explained(@Nullable Mismatch mismatch, ProblemTexts texts, Locale language) {
        return mismatch == null
                ? null
                : new BankException(
                        mismatch.code(), texts.text("bank-exception-" + mismatch.code(), language, Map.of()));
    }
}
