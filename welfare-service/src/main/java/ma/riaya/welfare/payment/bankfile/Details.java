package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says of one transaction of an entry.
 *
 * @param direction {@code DBIT}, {@code CRDT} or null where only the entry says it
 * @param returned whether it names a reason for coming back
 * @param reference the bank's own of this transaction
 * @param transactionId which payments keep on their way between banks
 * @param family of the kind of transaction
 */
record Details(
        @Nullable String endToEndId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String direction,
        boolean returned,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable String transactionId,
        @Nullable String family) {

    private static final String AMOUNT = "Amt";
    /** Until version 2 the amount of one payment stood only here. */
    private static final String OLD_AMOUNT = "AmtDtls/TxAmt/Amt";

    static final Set<String> PARTS = Set.of(
            "Refs/EndToEndId",
            "Refs/AcctSvcrRef",
            "Refs/TxId",
            AMOUNT,
            OLD_AMOUNT,
            Entry.DIRECTION,
            "RtrInf",
            "RtrInf/Rsn/Cd",
            "RtrInf/Rsn/Prtry",
            Entry.FAMILY);

    /** An entry of which the bank says no more. */
    static final Details NONE = new Details(null, null, null, null, false, null, null, null, null);

    static Details of(Parts parts) {
        Element amount = parts.has(AMOUNT) ? parts.get(AMOUNT) : parts.get(OLD_AMOUNT);
        return new Details(
                parts.code("Refs/EndToEndId"),
                amount == null ? null : amount.amount(),
                amount == null ? null : amount.currency(),
                Entry.direction(parts.get(Entry.DIRECTION)),
                parts.has("RtrInf"),
                parts.code("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
                parts.code("Refs/AcctSvcrRef"),
                parts.code("Refs/TxId"),
                parts.code(Entry.FAMILY));
    }
}
