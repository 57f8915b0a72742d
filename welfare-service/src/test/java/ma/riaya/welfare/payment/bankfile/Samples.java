package ma.riaya.welfare.payment.bankfile;

/** Messages that a bank might send, to be spoilt. */
final class Samples {

    static final String IBAN = "MA64011519000001205000534921";

    private Samples() {}

    static String status(String group, String more) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>PAY-2025-000001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
                %s</CstmrPmtStsRpt></Document>
                """.formatted(group, more);
    }

    /** Its entries begin on the third line. */
    static String notification(String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>NT-1</MsgId><CreDtTm>2025-07-02T08:00:00</CreDtTm></GrpHdr><Ntfctn><Id>1</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>
                %s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(IBAN, entries);
    }
}
