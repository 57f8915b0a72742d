package ma.riaya.welfare.decision;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.testkit.Persona.NADIA;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.testkit.Persona.YOUSSEF;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.open;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static ma.riaya.welfare.AidRequestsForTests.opening;
import static ma.riaya.welfare.AidRequestsForTests.propose;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.proposedByAicha;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.submitted;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static ma.riaya.welfare.AidRequestsForTests.underReview;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposal and decision: who may, how much, and what it does to the envelope. */
@QuarkusTest
class DecisionApiTest {

    @BeforeEach
    void envelope() {
        openEnvelope();
    }

    @Test
    void anApprovalReservesTheAmount() {
        String reserved = reserved();
        String id = proposed("12000.00");
        with(HASSAN, id, "approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("amount.amount", equalTo("12000.00"))
                .body("proposedBy", equalTo(FATIMA.subject()))
                .body("approvedBy", equalTo(HASSAN.subject()));
        assertReserved(reserved, "12000.00");
    }

    @Test
    void whoeverProposedDoesNotDecide() {
        String id = proposedByAicha("12000.00");
        refused(with(AICHA, id, "approval"), 403, "approver-is-proposer");
        refused(with(AICHA, id, "rejection"), 403, "approver-is-proposer");
        read(AICHA, id).then().body("state", equalTo("PROPOSED")).body("actions", contains("return", "withdraw"));
        with(HASSAN, id, "approval").then().statusCode(200);
    }

    @Test
    void whoeverInstructedDoesNotDecide() {
        String id = step(AICHA, submitted(), "review");
        proposed(id, FATIMA, "12000.00");
        refused(with(AICHA, id, "approval"), 403, "approver-instructed");
        refused(with(AICHA, id, "rejection"), 403, "approver-instructed");
        with(HASSAN, id, "approval").then().statusCode(200);
    }

    @Test
    void aHeadDecidesUpToTheCeilingAndTheCommitteeAbove() {
        with(HASSAN, proposed("15000.00"), "approval").then().statusCode(200);
        String above = proposed("15000.01");
        refused(with(HASSAN, above, "approval"), 403, "amount-above-delegation")
                .then()
                .body("parameters.ceiling", equalTo("15000.00"))
                .body("parameters.asked", equalTo("15000.01"));
        refused(with(HASSAN, above, "rejection"), 403, "amount-above-delegation");
        with(NADIA, above, "approval").then().statusCode(200).body("approvedBy", equalTo(NADIA.subject()));
    }

    @Test
    void theCommitteeAloneDecidesWhereTheProgrammeSaysSo() {
        String id = As.once(FATIMA)
                .body(opening(UUID.randomUUID()).replace("SERIOUS_ILLNESS", "INJURY_DUTY"))
                .post("/v1/aid-requests")
                .path("id");
        step(FATIMA, id, "submission");
        step(FATIMA, id, "review");
        propose(FATIMA, id, "3000.00").then().statusCode(200);
        refused(with(HASSAN, id, "approval"), 403, "committee-decides");
        refused(with(NADIA, id, "approval"), 409, "envelope-missing");
    }

    @Test
    void anAmountIsWithinWhatTheProgrammeGrants() {
        String id = underReview();
        refused(propose(FATIMA, id, "2999.99"), 422, "amount-out-of-range");
        refused(propose(FATIMA, id, "30000.01"), 422, "amount-out-of-range")
                .then()
                .body("parameters.least", equalTo("3000.00"))
                .body("parameters.most", equalTo("30000.00"));
        refused(propose(FATIMA, id, "-1.00"), 422, "amount-negative");
        refused(propose(FATIMA, id, "3000.001"), 422, "amount-three-decimals");
        refused(
                As.once(FATIMA)
                        .body("{\"amount\":{\"amount\":\"5000.00\",\"currency\":\"EUR\"},\"reasons\":\"x\"}")
                        .post("/v1/aid-requests/" + id + "/proposal"),
                422,
                "currency-unknown");
        propose(FATIMA, id, "30000.00").then().statusCode(200);
    }

    @Test
    void noOfficeDecidesForAnother() {
        String id = proposed("5000.00");
        refused(with(YOUSSEF, id, "approval"), 403, "office-out-of-reach");
        refused(read(YOUSSEF, id), 403, "office-out-of-reach");
        refused(read(KHADIJA, id), 403, "office-out-of-reach");
    }

    @Test
    void nobodyDecidesOnThemselves() {
        UUID self = UUID.randomUUID();
        String id = draft(self);
        step(FATIMA, id, "submission");
        step(FATIMA, id, "review");
        proposed(id, FATIMA, "5000.00");
        String token = IdentityProvider.token(HASSAN, Map.of("person", self.toString()));
        refused(
                As.withToken(token)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"reasons\":\"mine\"}")
                        .post("/v1/aid-requests/" + id + "/approval"),
                403,
                "own-file");
    }

    /** Asking for complements and taking them in is instruction, whoever took the file into review. */
    @Test
    void whoTookComplementsInDoesNotDecide() {
        String id = underReview();
        with(AICHA, id, "complement-request").then().statusCode(200);
        step(AICHA, id, "complement");
        propose(FATIMA, id, "5000.00").then().statusCode(200);

        refused(with(AICHA, id, "approval"), 403, "approver-instructed");
        refused(with(AICHA, id, "rejection"), 403, "approver-instructed");
        read(AICHA, id).then().body("actions", not(hasItem("approve")));
    }

    @Test
    void aRejectionStatesItsReasons() {
        String id = proposed("5000.00");
        refused(
                As.once(HASSAN).body("{\"reasons\":\" \"}").post("/v1/aid-requests/" + id + "/rejection"),
                422,
                "body-invalid");
        with(HASSAN, id, "rejection")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("approvedBy", nullValue());
        refused(with(HASSAN, id, "approval"), 409, "aid-request-not-in-state")
                .then()
                .body("detail", equalTo("It is “rejected”: read it again and take one of its actions."));
    }

    @Test
    void aProposalIsSentBackAndMadeAnew() {
        String id = proposed("5000.00");
        with(HASSAN, id, "return")
                .then()
                .statusCode(200)
                .body("state", equalTo("UNDER_REVIEW"))
                .body("amount", nullValue())
                .body("proposedBy", nullValue());
        proposed(id, AICHA, "6000.00");
        with(HASSAN, id, "approval").then().statusCode(200).body("amount.amount", equalTo("6000.00"));
    }

    /** What AICHA proposed was set aside, by whomever: she has had her say on this request. */
    @Test
    void whoeverEverProposedDoesNotDecide() {
        String id = proposedByAicha("5000.00");
        with(AICHA, id, "return").then().statusCode(200).body("state", equalTo("UNDER_REVIEW"));
        proposed(id, FATIMA, "6000.00");

        refused(with(AICHA, id, "approval"), 403, "approver-is-proposer");
        refused(with(AICHA, id, "rejection"), 403, "approver-is-proposer");
        read(AICHA, id).then().body("actions", contains("return", "withdraw"));

        with(HASSAN, id, "approval").then().statusCode(200);
    }

    @Test
    void aWithdrawalReleasesWhatWasReserved() {
        String reserved = reserved();
        String id = approved("7000.00");
        assertReserved(reserved, "7000.00");
        with(FATIMA, id, "withdrawal").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertReserved(reserved, "0.00");
        refused(with(FATIMA, id, "withdrawal"), 409, "aid-request-not-in-state");
    }

    @Test
    void anAllotmentIsNeverCutBelowWhatIsHeld() {
        approved("5000.00");
        String envelope = "/v1/envelopes/"
                + As.user(SALMA)
                        .get("/v1/envelopes?programme=SERIOUS_ILLNESS&office=ERR&year=" + thisYear())
                        .path("items[0].id");
        refused(amend(envelope, As.user(SALMA).get(envelope).header("ETag")), 409, "envelope-below-held");
    }

    /** Whoever saw a balance and then changes the allotment is told where the balance moved in between. */
    @Test
    void aBalanceThatMovedIsAnotherVersionOfItsEnvelope() {
        String envelope = "/v1/envelopes/"
                + As.user(SALMA)
                        .get("/v1/envelopes?programme=SERIOUS_ILLNESS&office=ERR&year=" + thisYear())
                        .path("items[0].id");
        String seen = As.user(SALMA).get(envelope).header("ETag");
        assertThat(As.user(SALMA).get(envelope).header("ETag")).isEqualTo(seen);

        approved("5000.00");

        assertThat(As.user(SALMA).get(envelope).header("ETag")).isNotEqualTo(seen);
        refused(amend(envelope, seen), 412, "changed-meanwhile");
    }

    private static Response amend(String envelope, String seen) {
        return As.once(SALMA)
                .header("If-Match", seen)
                .body("{\"allotted\":{\"amount\":\"4999.99\",\"currency\":\"MAD\"}}")
                .post(envelope + "/amendments");
    }

    @Test
    void anEnvelopeThatDoesNotHoldItRefusesAndNothingStands() {
        int year = thisYear();
        String envelope = openEnvelope("SERIOUS_ILLNESS", "RAB", year, "9999.99");
        String id = open(KHADIJA, UUID.randomUUID()).path("id");
        step(KHADIJA, id, "submission");
        step(KHADIJA, id, "review");
        proposed(id, KHADIJA, "10000.00");
        refused(with(YOUSSEF, id, "approval"), 409, "envelope-exhausted")
                .then()
                .body("parameters.available", equalTo("9999.99"))
                .body("parameters.asked", equalTo("10000.00"));
        read(YOUSSEF, id).then().body("state", equalTo("PROPOSED")).body("approvedBy", nullValue());
        As.user(SALMA).get("/v1/envelopes/" + envelope).then().body("reserved.amount", equalTo("0.00"));
        As.user(YOUSSEF)
                .get("/v1/aid-requests/" + id + "/history")
                .then()
                .body("items.toState", contains("DRAFT", "SUBMITTED", "UNDER_REVIEW", "PROPOSED"));
    }

    @Test
    void aRefusalSpeaksTheReadersLanguage() {
        String id = proposedByAicha("12000.00");
        inLanguage("ar", id, "approval")
                .then()
                .header("Content-Language", "ar")
                .body("title", equalTo("من اقترح لا يقرر"));
        inLanguage("fr", id, "approval")
                .then()
                .header("Content-Language", "fr")
                .body("title", equalTo("Qui propose ne décide pas"));
        with(HASSAN, id, "rejection").then().statusCode(200);
        inLanguage("ar", id, "approval")
                .then()
                .body("detail", equalTo("الطلب في وضعية «مرفوض»: اقرؤوه من جديد واختاروا أحد الإجراءات المتاحة."));
        inLanguage("fr", id, "approval")
                .then()
                .body(
                        "detail",
                        equalTo("Elle est à l’état « rejetée » : relisez-la et choisissez l’une de ses actions."));
    }

    private static Response inLanguage(String language, String id, String step) {
        return As.once(AICHA)
                .header("Accept-Language", language)
                .body("{\"reasons\":\"Dossier complet\"}")
                .post("/v1/aid-requests/" + id + "/" + step);
    }

    private static Response refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        return answer;
    }

    private static String reserved() {
        return As.user(SALMA)
                .get("/v1/envelopes?programme=SERIOUS_ILLNESS&office=ERR&year=" + thisYear())
                .path("items[0].reserved.amount");
    }

    private static void assertReserved(String before, String more) {
        assertThat(new BigDecimal(reserved())).isEqualTo(new BigDecimal(before).add(new BigDecimal(more)));
    }
}
