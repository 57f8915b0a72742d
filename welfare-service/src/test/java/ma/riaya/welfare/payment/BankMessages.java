package ma.riaya.welfare.payment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Messages as a bank writes them, for tests. */
public final class BankMessages {

    private BankMessages() {}

    public static String status(String messageId, String batch, String whole, String... transactions) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>%s</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>%s</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>%s</OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(messageId, batch, whole, String.join("\n", transactions));
    }

    public static String transaction(String reference, String status, String reason) {
        String why = reason.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>"
                .formatted(reference, status, why);
    }

    public static String bookings(String messageId, String... entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>%s</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id><Acct><Id><IBAN>MA64011519000001205000534921</IBAN></Id></Acct>%s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(messageId, Arrays.stream(entries).collect(Collectors.joining("\n")));
    }

    public static String debit(String reference, String amount) {
        return entry("DBIT", "BOOK", reference, amount, "");
    }

    public static String debit(String reference, String amount, String bankReference) {
        return entry("DBIT", "BOOK", reference, amount, "")
                .replace("<Refs>", "<Refs><AcctSvcrRef>" + bankReference + "</AcctSvcrRef>");
    }

    /** The bank's reference of the entry that holds it, and none of its own. */
    static String debitInEntry(String reference, String amount, String entry) {
        return entry("DBIT", "BOOK", reference, amount, "")
                .replace("</Sts>", "</Sts><AcctSvcrRef>" + entry + "</AcctSvcrRef>");
    }

    static String debitOn(String day, String reference, String amount) {
        return entry("DBIT", "BOOK", reference, amount, "")
                .replace("</Sts>", "</Sts><BookgDt><Dt>" + day + "</Dt></BookgDt>");
    }

    static String comeback(String reference, String amount, String reason, String bankReference) {
        return comeback(reference, amount, reason)
                .replace("<Refs>", "<Refs><AcctSvcrRef>" + bankReference + "</AcctSvcrRef>");
    }

    public static String announced(String reference, String amount) {
        return entry("DBIT", "PDNG", reference, amount, "");
    }

    public static String comeback(String reference, String amount, String reason) {
        return entry("CRDT", "BOOK", reference, amount, "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>");
    }

    private static String entry(String direction, String status, String reference, String amount, String more) {
        return """
                <Ntry><Amt Ccy="MAD">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>%s</Cd></Sts><NtryDtls><TxDtls>
                <Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy="MAD">%s</Amt>%s</TxDtls></NtryDtls></Ntry>
                """.formatted(amount, direction, status, reference, amount, more);
    }
}
