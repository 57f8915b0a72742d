package ma.riaya.welfare.payment;

import java.util.UUID;
import ma.riaya.welfare.payment.bankfile.BankLine;
import org.jspecify.annotations.Nullable;

/** A line of the bank with what became of it. */
record JudgedLine(
        BankLine line,
        @Nullable String batchNumber,
        @Nullable UUID disbursement,
        LineOutcome outcome,
        @Nullable Mismatch mismatch) {}
