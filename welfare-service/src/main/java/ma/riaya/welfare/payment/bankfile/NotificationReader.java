package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code camt.054}: what was booked, an entry for one payment or one for many with their details. */
final class NotificationReader implements MessageReader {

    private static final String ENTRY = "Ntfctn/Ntry";
    private static final String DETAILS = ENTRY + "/NtryDtls/TxDtls";

    private final List<BankLine> lines = new ArrayList<>();
    private String messageId = "";
    private @Nullable String currency;
    private Entry entry = new Entry();
    private Details details = new Details();

    @Override
    public void opened(String path, @Nullable String ccy) {
        currency = ccy;
        if (path.equals(ENTRY)) {
            entry = new Entry();
        } else if (path.equals(DETAILS)) {
            details = new Details();
        }
    }

    @Override
    public void closed(String path, String text) {
        if (path.startsWith(DETAILS)) {
            inDetails(path.substring(DETAILS.length()), text);
        } else if (path.startsWith(ENTRY)) {
            inEntry(path.substring(ENTRY.length()), text);
        } else if (path.equals("GrpHdr/MsgId")) {
            messageId = text;
        }
    }

    private void inEntry(String path, String text) {
        switch (path) {
            case "/Amt" -> {
                entry.amount = Values.amount(text);
                entry.currency = currency;
            }
            case "/CdtDbtInd" -> entry.direction = text;
            case "/RvslInd" -> entry.reversal = text.equals("true") || text.equals("1");
            // Until version 2 the code stood in the element itself.
            case "/Sts", "/Sts/Cd" -> entry.status = text.isEmpty() ? entry.status : text;
            case "/AcctSvcrRef" -> entry.reference = Values.code(text);
            case "" -> entryEnds();
            default -> {
                // Dates and balances are the bank's own business.
            }
        }
    }

    private void inDetails(String path, String text) {
        switch (path) {
            case "/Refs/EndToEndId" -> details.endToEndId = Values.code(text);
            case "/Refs/AcctSvcrRef" -> details.reference = Values.code(text);
            case "/Amt" -> amountOfDetails(text);
            // Until version 2 the amount of one payment stood only here.
            case "/AmtDtls/TxAmt/Amt" -> {
                if (details.amount == null) {
                    amountOfDetails(text);
                }
            }
            case "/CdtDbtInd" -> details.direction = text;
            case "/RtrInf" -> details.returned = true;
            case "/RtrInf/Rsn/Cd", "/RtrInf/Rsn/Prtry" -> details.reason = Values.code(text);
            case "" -> entry.details.add(details);
            default -> {
                // Parties and accounts stand in our own books.
            }
        }
    }

    private void amountOfDetails(String text) {
        details.amount = Values.amount(text);
        details.currency = currency;
    }

    private void entryEnds() {
        if (entry.details.isEmpty()) {
            entry.details.add(new Details());
        }
        boolean alone = entry.details.size() == 1;
        for (Details one : entry.details) {
            boolean ofTheEntry = one.amount == null && alone;
            lines.add(new BankLine(
                    one.endToEndId,
                    meaning(one),
                    ofTheEntry ? entry.amount : one.amount,
                    ofTheEntry ? entry.currency : one.currency,
                    one.reason,
                    one.reference == null ? entry.reference : one.reference));
        }
    }

    /** A credit that is neither a return nor a reversal is money from elsewhere, and a person looks at it. */
    private Says meaning(Details one) {
        if (!entry.status.equals("BOOK")) {
            return Says.NOTHING_YET;
        }
        String direction = one.direction.isEmpty() ? entry.direction : one.direction;
        if (direction.equals("DBIT") && !entry.reversal && !one.returned) {
            return Says.DEBITED;
        }
        return direction.equals("CRDT") && (one.returned || entry.reversal) ? Says.RETURNED : Says.UNKNOWN;
    }

    @Override
    public BankFile result() {
        return new BankFile(BankFile.Kind.CAMT_054, messageId, lines, List.of());
    }

    private static final class Entry {
        private final List<Details> details = new ArrayList<>();
        private @Nullable BigDecimal amount;
        private @Nullable String currency;
        private String direction = "";
        private String status = "";
        private boolean reversal;
        private @Nullable String reference;
    }

    private static final class Details {
        private @Nullable String endToEndId;
        private @Nullable BigDecimal amount;
        private @Nullable String currency;
        private String direction = "";
        private boolean returned;
        private @Nullable String reason;
        private @Nullable String reference;
    }
}
