package ma.riaya.welfare.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import ma.riaya.kit.identity.Roles;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.RegistryForTests;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A campaign from its opening to the second wave, and every way in which it is refused. */
@QuarkusTest
class CampaignApiTest {

    private static final String JULY = "2025-07-01";
    private static final String DECEMBER = "2025-12-01";

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void theListSaysOfEverybodyWhy() {
        new People()
                .widow("2000.00")
                .retiree("2500.00")
                .widowPaidTo(People.NO_ACCOUNT)
                .widowPaidTo(People.BAD_ACCOUNT)
                .widow("2000.01")
                .widowDeceased("2025-03-11")
                .widowUntil("2024-05-01", "REMARRIED")
                .widowOfUnknownPension()
                .answered(3);
        Adha adha = Adha.opened("10000.00");

        adha.selected(JULY)
                .header("Location", matchesPattern(".*/v1/campaigns/" + adha.campaign() + "/waves/1"))
                .body("number", equalTo(1))
                .body("state", equalTo("SELECTED"))
                .body("transfers", equalTo(2))
                .body("vouchers", equalTo(2))
                .body("nearMisses", equalTo(4))
                .body("total.amount", equalTo("4000.00"))
                .body("figures.findAll { it.verdict == 'TRANSFER' }.lines.sum()", equalTo(2))
                .body("figures.find { it.reason == 'pension-above-ceiling' }.lines", equalTo(1))
                .body("actions", contains("propose", "discard"));
        adha.lines(1, "verdict=TRANSFER")
                .body("items.category", contains("WIDOWED_SPOUSE", "RETIRED"))
                .body("items.reason", everyItem(nullValue()))
                .body("items.state", everyItem(equalTo("SELECTED")))
                .body("items[0].reference", equalTo("CMR-000000"))
                .body("items[0].amount.amount", equalTo("1000.00"));
        adha.lines(1, "verdict=VOUCHER").body("items.reason", contains("no-account", "account-refused"));
        adha.lines(1, "verdict=NEAR_MISS")
                .body("items.reason", contains("pension-above-ceiling", "deceased", "remarried", "pension-unknown"))
                .body("items.state", everyItem(nullValue()))
                .body("items.amount", everyItem(nullValue()))
                .body("items[1].reasons[0].text", equalTo("Deceased on 11 March 2025."));
        adha.lines(1, "reason=remarried").body("items", hasSize(1));
        As.user(Persona.DRISS)
                .header("Accept-Language", "en")
                .get("/v1/campaigns/" + adha.campaign() + "/waves/1/lines?verdict=MAYBE")
                .then()
                .statusCode(400)
                .body("violations[0].message", startsWith("Choose one of these: TRANSFER, "));
        adha.lines(1, "state=SELECTED&limit=3").body("items", hasSize(3)).body("next", notNullValue());
        As.user(Persona.NADIA)
                .get("/v1/campaigns/" + adha.campaign())
                .then()
                .statusCode(200)
                .body("waves.state", contains("SELECTED"))
                .body("actions", contains("select-wave"));
        As.user(Persona.DRISS)
                .get("/v1/campaigns?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void aPensionIsShownForAPurposeAndTheLookIsRecorded() throws SQLException {
        new People().widow("2000.01").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY);
        String path = "/v1/campaigns/" + adha.campaign() + "/waves/1/lines";

        As.user(Persona.DRISS)
                .header("Accept-Language", "fr")
                .get(path)
                .then()
                .body("items[0].pension", nullValue())
                .body("items[0].reasons[0].values", equalTo(Map.of("ceiling", "2000.00")))
                .body(
                        "items[0].reasons[0].text",
                        equalTo("La pension de ••• dépasse le plafond de 2\u00A0000,00\u00A0MAD."));
        String line = As.user(Persona.DRISS)
                .header("Accept-Language", "ar")
                .header("Riaya-Purpose", "AUDIT")
                .get(path)
                .then()
                .body("items[0].pension.amount", equalTo("2000.01"))
                .body("items[0].reasons[0].values.pension", equalTo("2000.01"))
                .body(
                        "items[0].reasons[0].text",
                        equalTo(
                                "المعاش البالغ \u20682.000,01\u00A0درهم\u2069 يتجاوز السقف المحدد في \u20682.000,00\u00A0درهم\u2069."))
                .extract()
                .path("items[0].id");
        refused(As.user(Persona.DRISS).header("Riaya-Purpose", "CURIOSITY").get(path), 403, "purpose-not-covered");

        assertThat(count(
                        "audit_entry WHERE action = 'campaign-line-pension-read' AND purpose = 'AUDIT' AND subject_id = '"
                                + line + "'"))
                .isEqualTo(1);
        assertThat(count("campaign_line WHERE id = '" + line + "' AND position('2000.01'::bytea IN pension) > 0"))
                .isZero();
    }

    @Test
    void fromTheListToTheMoneyAndNobodyTwice() {
        People people = new People()
                .widow("1000.00")
                .widow("1200.00")
                .retiree("2400.00")
                .widow("1300.00")
                .widowPaidTo(People.NO_ACCOUNT)
                .answered(100);
        Adha adha = Adha.opened("9000.00");
        adha.selected(JULY).body("total.amount", equalTo("5000.00"));

        adha.step(Persona.NADIA, 1, "proposal")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("actions", contains("discard"));
        adha.assertEnvelope("0.00", "0.00", "0.00");
        adha.step(Persona.OMAR, 1, "approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", equalTo(Persona.OMAR.subject()));
        adha.assertEnvelope("5000.00", "0.00", "0.00");
        String batch = adha.step(Persona.SAMIRA, 1, "payment-batch")
                .then()
                .statusCode(201)
                .body("number", matchesPattern("PAY-[0-9]{4}-[0-9]{6}"))
                .body("transfers", equalTo(4))
                .body("transferSum.amount", equalTo("4000.00"))
                .body("vouchers", equalTo(1))
                .body("voucherSum.amount", equalTo("1000.00"))
                .extract()
                .path("id");
        adha.assertEnvelope("0.00", "5000.00", "0.00");
        adha.lines(1, "state=ORDERED")
                .body("items", hasSize(4))
                .body("items.endToEndId", everyItem(matchesPattern("RY[0-9a-f]{32}")));
        adha.lines(1, "state=VOUCHER_ISSUED").body("items.voucher", contains(matchesPattern("BON-[0-9]{4}-[0-9]{6}")));
        As.once(Persona.KARIM)
                .post("/v1/payment-batches/" + batch + "/release")
                .then()
                .statusCode(200);
        List<String> references = adha.lines(1, "state=SENT").extract().path("items.endToEndId");

        bank(references, "DBIT", 0, 1, 2);
        bank(references, "CRDT", 2);
        reject(references.get(3));

        adha.lines(1, "verdict=TRANSFER").body("items.state", contains("PAID", "PAID", "RETURNED", "REFUSED"));
        adha.assertEnvelope("0.00", "1000.00", "2000.00");
        adha.wave(1)
                .body(
                        "figures.find { it.state == 'PAID' && it.category == 'WIDOWED_SPOUSE' }.sum.amount",
                        equalTo("2000.00"));

        people.widow("1100.00").answered(100);
        adha.selected(DECEMBER)
                .body("number", equalTo(2))
                .body("transfers", equalTo(1))
                .body("vouchers", equalTo(0))
                .body("nearMisses", equalTo(5));
        adha.lines(2, "reason=already-in-wave-1")
                .body("items", hasSize(5))
                .body("items[0].reasons[0].text", equalTo("Selected before, in wave 1 of this campaign."));
        adha.approved(2).sent(2);
        adha.assertEnvelope("0.00", "2000.00", "2000.00");
    }

    @Test
    void fourEyesOnTheList() {
        new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY);
        adha.step(Persona.NADIA, 1, "proposal").then().statusCode(200);

        refused(adha.step(Persona.NADIA, 1, "approval"), 403, "approver-is-proposer");
        refused(adha.step(Persona.SALMA, 1, "approval"), 403, "role-missing");
        refused(adha.step(Persona.OMAR, 1, "payment-batch"), 403, "role-missing");
        adha.assertEnvelope("0.00", "0.00", "0.00");

        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        refused(
                As.withToken(IdentityProvider.token(
                                Persona.OMAR, Map.of("realm_access", Map.of("roles", List.of(Roles.FINANCE)))))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/v1/campaigns/" + adha.campaign() + "/waves/1/payment-batch"),
                403,
                "payer-is-approver");
    }

    /** A second campaign of the same year would pay the same people again: latecomers are a wave of the first. */
    @Test
    void oneCampaignOfAProgrammeInAYear() throws Exception {
        String first = Adha.open("AID_ADHA", 2021, "1000.00", "2000.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Response second = Adha.open("AID_ADHA", 2021, "1000.00");

        refused(second, 409, "campaign-already-open");
        second.then()
                .body("parameters.campaign", equalTo(first))
                .body("parameters.programme", equalTo("AID_ADHA"))
                .body("parameters.year", equalTo("2021"));
        Adha.open("AID_ADHA", 2022, "1000.00", "2000.00").then().statusCode(201);
        Adha.envelope(2023, "2000.00");
        assertThat(atOnce(8, () -> Adha.open("AID_ADHA", 2023, "1000.00").statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void whoSelectedTheListNeitherApprovesNorPays() {
        new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY);
        adha.step(Persona.SALMA, 1, "proposal").then().statusCode(200);

        adha.wave(1).body("selectedBy", equalTo(Persona.NADIA.subject()));
        refused(adha.step(Persona.NADIA, 1, "approval"), 403, "approver-selected");
        As.user(Persona.NADIA)
                .get("/v1/campaigns/" + adha.campaign() + "/waves/1")
                .then()
                .body("actions", contains("discard"));
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        for (Persona tookPart : List.of(Persona.NADIA, Persona.SALMA)) {
            String token =
                    IdentityProvider.token(tookPart, Map.of("realm_access", Map.of("roles", List.of(Roles.FINANCE))));
            As.withToken(token)
                    .get("/v1/campaigns/" + adha.campaign() + "/waves/1")
                    .then()
                    .body("actions", empty());
            refused(
                    As.withToken(token)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .post("/v1/campaigns/" + adha.campaign() + "/waves/1/payment-batch"),
                    403,
                    "orderer-took-part");
        }
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
    }

    /** A list is frozen on what is known: nobody knows the facts of a day to come. */
    @Test
    void aListIsAsOfADayThatHasBeen() {
        new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        LocalDate today = LocalDate.now(ZoneId.of("Africa/Casablanca"));

        for (String day : List.of(today.plusDays(1).toString(), "9999-12-31", "1899-12-31", "0001-01-01")) {
            refused(adha.selecting(day), 422, "campaign-day-out-of-range");
        }
        adha.selected(today.toString()).body("asOf", equalTo(today.toString()));
    }

    @Test
    void everyStepAtItsPlace() {
        new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY);

        refused(adha.step(Persona.OMAR, 1, "approval"), 409, "campaign-wave-state");
        refused(adha.step(Persona.SAMIRA, 1, "payment-batch"), 409, "campaign-wave-state");
        adha.step(Persona.SALMA, 1, "proposal").then().statusCode(200);
        refused(adha.step(Persona.NADIA, 1, "proposal"), 409, "campaign-wave-state");
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
        refused(adha.step(Persona.SAMIRA, 1, "payment-batch"), 409, "campaign-wave-state");
        adha.assertEnvelope("0.00", "1000.00", "0.00");
    }

    @Test
    void anEnvelopeThatDoesNotHoldTheListLeavesItProposed() {
        new People().widow("1000.00").widow("1001.00").answered(10);
        Adha adha = Adha.opened("1999.99");
        adha.selected(JULY);
        adha.step(Persona.NADIA, 1, "proposal").then().statusCode(200);

        refused(adha.step(Persona.OMAR, 1, "approval"), 409, "envelope-exhausted");

        adha.wave(1).body("state", equalTo("PROPOSED")).body("approvedBy", nullValue());
        adha.assertEnvelope("0.00", "0.00", "0.00");
    }

    @Test
    void aListOfVouchersOnlyHasNoBatch() {
        new People().widowPaidTo(People.NO_ACCOUNT).answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY);

        adha.approved(1)
                .step(Persona.SAMIRA, 1, "payment-batch")
                .then()
                .statusCode(201)
                .body("id", nullValue())
                .body("vouchers", equalTo(1));
        adha.assertEnvelope("0.00", "1000.00", "0.00");
    }

    @Test
    void aListOfNobodyIsNotProposed() {
        new People().widow("2000.01").answered(10);
        Adha adha = Adha.opened("1000.00");
        adha.selected(JULY).body("actions", contains("discard"));

        refused(adha.step(Persona.NADIA, 1, "proposal"), 409, "campaign-wave-empty");
    }

    @Test
    void withoutTheRegistryNothingIsSaved() {
        new People().widow("1000.00").widow("1001.00").widow("1002.00").answered(2);
        Adha adha = Adha.opened("1000.00");

        People.breakOffAt(2);
        refused(adha.selecting(JULY), 503, "registry-unavailable");
        RegistryForTests.answerWith(500);
        refused(adha.selecting(JULY), 503, "registry-unavailable");
        RegistryForTests.goDown();
        Response down = adha.selecting(JULY);
        refused(down, 503, "registry-unavailable");
        down.then().header("Retry-After", notNullValue());

        As.user(Persona.NADIA)
                .get("/v1/campaigns/" + adha.campaign())
                .then()
                .statusCode(200)
                .body("waves", empty());
    }

    /** From the moment at which no further page arrives, who waits for the list is told within two seconds. */
    @Test
    void aRegistryThatFallsSilentInTheMiddleIsNotWaitedFor() {
        new People().widow("1000.00").widow("1001.00").widow("1002.00").answered(2);
        Adha adha = Adha.opened("1000.00");
        People.fallSilentAt(2);
        try {
            Response silent = adha.selecting(JULY);
            refused(silent, 503, "registry-unavailable");
            assertThat(silent.timeIn(TimeUnit.MILLISECONDS)).isLessThan(2_000);
        } finally {
            RegistryForTests.recover();
            new People().widow("1000.00").answered(10);
            Awaitility.await().until(() -> adha.selecting(JULY).statusCode() == 201);
        }
    }

    @Test
    void theSameSelectionTwentyTimesAtOnceIsOneWave() throws Exception {
        new People().widow("1000.00").answered(10);
        Adha adha = Adha.opened("1000.00");
        String key = UUID.randomUUID().toString();
        Callable<Integer> selecting = () -> As.user(Persona.NADIA)
                .header("Idempotency-Key", key)
                .body("{\"asOf\": \"2025-07-01\", \"nameAr\": \"الدفعة\", \"nameFr\": \"Vague\"}")
                .post("/v1/campaigns/" + adha.campaign() + "/waves")
                .statusCode();

        assertThat(atOnce(20, selecting)).contains(201).isSubsetOf(201, 409, 503);

        As.user(Persona.NADIA).get("/v1/campaigns/" + adha.campaign()).then().body("waves", hasSize(1));
    }

    @Test
    void differentSelectionsAtOnceNeverSelectAPersonTwice() throws Exception {
        new People().widow("1000.00").widow("1001.00").answered(10);
        Adha adha = Adha.opened("2000.00");

        assertThat(atOnce(4, () -> adha.selecting(JULY).statusCode())).containsOnly(201);

        assertThat(As.user(Persona.NADIA)
                        .get("/v1/campaigns/" + adha.campaign())
                        .<List<String>>path("waves.total.amount"))
                .containsExactly("2000.00", "0.00", "0.00", "0.00");
    }

    @Test
    void theSameBatchTwentyTimesAtOnceIsOne() throws Exception {
        new People().widow("1000.00").widowPaidTo(People.NO_ACCOUNT).answered(10);
        Adha adha = Adha.opened("2000.00");
        adha.selected(JULY);
        adha.approved(1);

        List<Integer> statuses =
                atOnce(20, () -> adha.step(Persona.SAMIRA, 1, "payment-batch").statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        adha.assertEnvelope("0.00", "2000.00", "0.00");
        adha.lines(1, "state=ORDERED").body("items", hasSize(1));
    }

    @Test
    void whatCannotBeOpened() {
        refused(Adha.open("NOTHING", 2025, "1000.00"), 422, "programme-unknown");
        refused(Adha.open("SERIOUS_ILLNESS", 2025, "5000.00"), 422, "programme-without-campaign");
        refused(Adha.open("AID_ADHA", 2025, "999.99"), 422, "campaign-amount-out-of-range");
        refused(Adha.open("AID_ADHA", 2099, "1000.00"), 409, "envelope-missing");
        refused(Adha.open("AID_ADHA", 2025, "10.001"), 422, "amount-three-decimals");
        refused(As.once(Persona.SAMIRA).body("{}").post("/v1/campaigns"), 403, "role-missing");
        UUID nothing = UUID.randomUUID();
        refused(new Adha(nothing.toString(), "").selecting(JULY), 404, "campaign-unknown");
        refused(As.user(Persona.NADIA).get("/v1/campaigns/" + nothing), 404, "campaign-unknown");
        refused(As.user(Persona.NADIA).get("/v1/campaigns/" + nothing + "/waves/1"), 404, "campaign-wave-unknown");
        refused(
                As.user(Persona.NADIA).get("/v1/campaigns/" + nothing + "/waves/1/lines"),
                404,
                "campaign-wave-unknown");
        refused(As.user(Persona.KHADIJA).get("/v1/campaigns"), 403, "role-missing");
    }

    /** Two of a committee of two selected and proposed: the list is given up, and whom it had picked is picked again. */
    @Test
    void aListThatNobodyMayApproveIsGivenUpAndItsPeopleSelectedAgain() {
        new People().widow("1000.00").widow("1100.00").answered(10);
        Adha adha = Adha.opened("2000.00");
        adha.selected(JULY);
        adha.step(Persona.OMAR, 1, "proposal").then().statusCode(200);
        refused(adha.step(Persona.OMAR, 1, "approval"), 403, "approver-is-proposer");
        refused(adha.step(Persona.NADIA, 1, "approval"), 403, "approver-selected");
        As.user(Persona.NADIA)
                .get("/v1/campaigns/" + adha.campaign() + "/waves/1")
                .then()
                .body("actions", contains("discard"));
        refused(discard(Persona.SAMIRA, adha, 1), 403, "role-missing");

        discard(Persona.NADIA, adha, 1)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("discardedBy", equalTo(Persona.NADIA.subject()))
                .body("discardReasons", equalTo("Date erronée"))
                .body("actions", empty());
        refused(discard(Persona.NADIA, adha, 1), 409, "campaign-wave-state");
        refused(adha.step(Persona.OMAR, 1, "approval"), 409, "campaign-wave-state");
        adha.selected(JULY).body("number", equalTo(2)).body("transfers", equalTo(2));
        adha.approved(2);
        adha.assertEnvelope("2000.00", "0.00", "0.00");

        discard(Persona.NADIA, adha, 2).then().statusCode(200);
        adha.assertEnvelope("0.00", "0.00", "0.00");
        adha.selected(JULY);
        adha.approved(3).sent(3);
        refused(discard(Persona.NADIA, adha, 3), 409, "campaign-wave-state");
        adha.assertEnvelope("0.00", "2000.00", "0.00");
    }

    private static Response discard(Persona persona, Adha adha, int wave) {
        return As.once(persona)
                .body("{\"reasons\": \"Date erronée\"}")
                .post("/v1/campaigns/" + adha.campaign() + "/waves/" + wave + "/discard");
    }

    private static void bank(List<String> references, String direction, int... which) {
        StringBuilder entries = new StringBuilder();
        for (int one : which) {
            entries.append("""
                    <Ntry><Amt Ccy="MAD">1000.00</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
                    %s</TxDtls></NtryDtls></Ntry>
                    """.formatted(
                            direction,
                            references.get(one),
                            direction.equals("CRDT") ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : ""));
        }
        taken(
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>"
                        + messageId()
                        + "</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr><Ntfctn><Acct><Id><IBAN>MA64011519000001205000534921</IBAN></Id></Acct>"
                        + entries + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
    }

    private static void reject(String reference) {
        taken("""
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>%s</MsgId><CreDtTm>2025-07-02T08:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>PAY</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>
                <TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(messageId(), reference));
    }

    private static String messageId() {
        return UUID.randomUUID().toString().replace("-", "");
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

    private static List<Integer> atOnce(int times, Callable<Integer> act) throws InterruptedException {
        try (ExecutorService many = Executors.newFixedThreadPool(times)) {
            return many.invokeAll(Collections.nCopies(times, act)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static int count(String of) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + of)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
