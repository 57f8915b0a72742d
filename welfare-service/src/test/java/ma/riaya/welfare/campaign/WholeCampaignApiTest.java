package ma.riaya.welfare.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A campaign of the size of July 2025, from the list to the centime. */
@QuarkusTest
class WholeCampaignApiTest {

    private static final Logger LOG = Logger.getLogger(WholeCampaignApiTest.class);
    private static final int WIDOWS = 4_226;
    private static final int RETIREES = 572;
    private static final int REFUSED = 24;
    private static final int RETURNED = 12;

    private long since = System.nanoTime();

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void fourThousandSevenHundredAndNinetyEightLines() {
        People people = new People();
        for (int i = 0; i < WIDOWS; i++) {
            people.widow("1850.00");
        }
        for (int i = 0; i < RETIREES; i++) {
            people.retiree("2450.00");
        }
        people.widow("2000.01").answered(500);
        Adha adha = Adha.opened("4798000.00");
        lap("prepared");
        adha.selected("2025-07-01")
                .body("transfers", equalTo(WIDOWS + RETIREES))
                .body("total.amount", equalTo("4798000.00"));
        lap("selected");
        adha.approved(1);
        lap("approved");
        String batch = adha.step(Persona.SAMIRA, 1, "payment-batch")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        lap("ordered");
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        lap("released");
        adha.assertEnvelope("0.00", "4798000.00", "0.00");

        List<CreditTransferTransaction34> transfers = file(batch);
        assertThat(transfers).hasSize(WIDOWS + RETIREES);
        assertThat(transfers.stream()
                        .map(one -> one.getAmt().getInstdAmt().getValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("4798000.00");
        List<String> references =
                transfers.stream().map(one -> one.getPmtId().getEndToEndId()).toList();
        assertThat(references).doesNotHaveDuplicates();
        lap("file read");

        taken(status(references));
        lap("pain.002 taken");
        taken(bookings(references.subList(REFUSED, references.size()), "DBIT", ""));
        lap("camt.054 taken");
        taken(bookings(
                references.subList(REFUSED, REFUSED + RETURNED), "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"));
        lap("returns taken");

        int paid = WIDOWS + RETIREES - REFUSED - RETURNED;
        adha.assertEnvelope("0.00", "0.00", paid + "000.00");
        As.user(Persona.DRISS)
                .get("/v1/payment-batches/" + batch)
                .then()
                .body("states.PAID", equalTo(paid))
                .body("states.REFUSED", equalTo(REFUSED))
                .body("states.RETURNED", equalTo(RETURNED));
        adha.wave(1).body("figures.findAll { it.state == 'PAID' }.lines.sum()", equalTo(paid));
    }

    private static List<CreditTransferTransaction34> file(String batch) {
        byte[] bytes = As.user(Persona.KARIM)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/payment-batches/" + batch + "/file")
                .asByteArray();
        return MxPain00100109.parse(new String(bytes, StandardCharsets.UTF_8))
                .getCstmrCdtTrfInitn()
                .getPmtInf()
                .getFirst()
                .getCdtTrfTxInf();
    }

    private static String status(List<String> references) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            lines.add("<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts>"
                    .formatted(references.get(i), i < REFUSED ? "RJCT" : "ACCP"));
        }
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>S</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>PAY</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>"
                + String.join("\n", lines) + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>";
    }

    private static String bookings(List<String> references, String direction, String why) {
        StringBuilder details = new StringBuilder();
        references.forEach(reference -> details.append("<TxDtls><Refs><EndToEndId>")
                .append(reference)
                .append("</EndToEndId></Refs><Amt Ccy=\"MAD\">1000.00</Amt>")
                .append(why)
                .append("</TxDtls>\n"));
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-"
                + direction
                + "</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr><Ntfctn><Acct><Id><IBAN>MA64011519000001205000534921</IBAN></Id></Acct><Ntry><Amt Ccy=\"MAD\">"
                + references.size() + "000.00</Amt><CdtDbtInd>" + direction
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls>" + details
                + "</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    private static void taken(String file) {
        As.once(Persona.KARIM)
                .contentType("application/xml")
                .body(file)
                .post("/v1/bank-files")
                .then()
                .statusCode(201)
                .body("exceptions", equalTo(0));
    }

    /** Said, and not asserted: speed is the matter of the benchmark. */
    private void lap(String what) {
        long now = System.nanoTime();
        LOG.infof("%s after %d ms", what, (now - since) / 1_000_000);
        since = now;
    }
}
