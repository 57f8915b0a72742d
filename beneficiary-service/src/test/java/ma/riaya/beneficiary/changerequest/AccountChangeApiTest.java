package ma.riaya.beneficiary.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** A new bank account: asked for at the counter, approved by another person, and rested before anything is paid to it. */
@QuarkusTest
class AccountChangeApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Africa/Casablanca"));

    @Test
    void aWidowsNewAccountIsApprovedByAnotherAndRestsBeforeItIsPaidTo() throws SQLException {
        String widow = People.registered("ERR");
        String rib = RegistryCsv.rib();
        pay(widow).statusCode(404).body("code", equalTo("account-none"));
        String request = propose(Persona.FATIMA, widow, rib)
                .statusCode(202)
                .header("Location", containsString("/v1/change-requests/"))
                .body("state", equalTo("PROPOSED"))
                .body("before", equalTo(Map.of()))
                .body("asked.iban", equalTo("MA64 •••• •••• " + rib.substring(20)))
                .body("masked", contains("account", "evidence"))
                .body("actions", contains("withdraw"))
                .extract()
                .path("id");
        pay(widow).statusCode(409).body("code", equalTo("account-awaits-approval"));
        As.user(Persona.HASSAN)
                .get("/v1/change-requests?state=PROPOSED&person=" + widow)
                .then()
                .statusCode(200)
                .body("items.id", contains(request));
        decide(Persona.FATIMA, request, "approval", 403, "change-approver-is-proposer");
        As.once(Persona.HASSAN)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo(Persona.HASSAN.subject()))
                .body("payableFrom", equalTo(TODAY.plusDays(3).toString()));
        pay(widow)
                .statusCode(409)
                .body("code", equalTo("account-cooling-off"))
                .body("parameters.payableFrom", equalTo(TODAY.plusDays(3).toString()));
        As.user(Persona.FATIMA)
                .get("/v1/persons/" + widow + "/accounts")
                .then()
                .statusCode(200)
                .body("accounts.standing", contains("RESTING"))
                .body("accounts[0].request", equalTo(request))
                .body("openRequests", empty());
        assertThat(People.trail(widow, "account-read")).isZero();
        Approved.rest(widow);
        pay(widow).statusCode(200).body("iban", equalTo("MA64" + rib));
        assertThat(People.trail(widow, "change-proposed")).isEqualTo(1);
        assertThat(People.trail(widow, "change-approved")).isEqualTo(1);
    }

    @Test
    void theFormerAccountStandsUntilTheNewOneHasRested() {
        String id = People.registered("RAB");
        String former = RegistryCsv.rib();
        String later = RegistryCsv.rib();
        People.setAccount(id, former);
        String request = People.askAccount(id, later);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + former));
        Approved.byBrahim(request);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + former));
        As.user(Persona.SAMIRA)
                .get("/v1/persons/" + id + "/accounts")
                .then()
                .body("accounts.standing", contains("RESTING", "IN_USE"));
        Approved.rest(id);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + later));
        As.user(Persona.SAMIRA)
                .get("/v1/persons/" + id + "/accounts")
                .then()
                .body("accounts.standing", contains("IN_USE", "FORMER"));
    }

    @Test
    void aDoubtedAccountDoesNotComeBackWhileTheNewOneRests() throws SQLException {
        String reference = RegistryCsv.reference();
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", RegistryCsv.rib()))
                .send();
        String id = RegistryCsv.idOf(reference);
        pay(id).statusCode(200);
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", "011519000001205000534922"))
                .send();
        String corrected = RegistryCsv.rib();
        Approved.byBrahim(People.askAccount(id, corrected));
        pay(id).statusCode(409).body("code", equalTo("account-cooling-off"));
        Approved.rest(id);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + corrected));
    }

    @Test
    void aFilesOtherAccountIsAskedForAndItsSenderDoesNotApproveIt() throws SQLException {
        String reference = RegistryCsv.reference();
        String first = RegistryCsv.rib();
        String other = RegistryCsv.rib();
        new RegistryCsv().with(RegistryCsv.person(reference).set("rib", first)).send();
        String id = RegistryCsv.idOf(reference);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + first));
        JsonPath job = new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", other))
                .send();
        As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/lines")
                .then()
                .body("items.code", contains("row-account-asked-for"));
        pay(id).statusCode(200).body("iban", equalTo("MA64" + first));
        String request = As.user(Persona.BRAHIM)
                .get("/v1/change-requests?person=" + id)
                .then()
                .statusCode(200)
                .body("items.source", contains("REGISTRY"))
                .extract()
                .path("items[0].id");
        decide(Persona.LATIFA, request, "approval", 403, "change-approver-is-proposer");
        // The file comes again with something else: nothing is asked twice.
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", other).set("province", "MA-TNG"))
                .send();
        As.user(Persona.BRAHIM).get("/v1/change-requests?person=" + id).then().body("items.size()", equalTo(1));
        Approved.byBrahim(request);
        Approved.rest(id);
        pay(id).statusCode(200).body("iban", equalTo("MA64" + other));
    }

    @Test
    void whatSomebodyChangedSinceIsShownAndAskedAnewByItsProposer() {
        String id = People.registered("ERR");
        People.setAccount(id, RegistryCsv.rib());
        String mine = propose(Persona.FATIMA, id, RegistryCsv.rib()).extract().path("id");
        String theirs = People.askAccount(id, RegistryCsv.rib());
        Approved.byBrahim(theirs);
        As.user(Persona.HASSAN)
                .get("/v1/change-requests/" + mine)
                .then()
                .statusCode(200)
                .body("state", equalTo("OVERTAKEN"))
                .body("actions", empty())
                .body("now.iban", containsString("••••"));
        As.once(Persona.HASSAN)
                .post("/v1/change-requests/" + mine + "/renewal")
                .then()
                .statusCode(403)
                .body("code", equalTo("change-not-the-proposer"));
        String renewed = As.once(Persona.FATIMA)
                .post("/v1/change-requests/" + mine + "/renewal")
                .then()
                .statusCode(202)
                .body("renews", equalTo(mine))
                .body("conflict", empty())
                .body("history.state", contains("PROPOSED", "OVERTAKEN", "PROPOSED"))
                .extract()
                .path("id");
        As.once(Persona.FATIMA)
                .post("/v1/change-requests/" + mine + "/renewal")
                .then()
                .statusCode(409)
                .body("code", equalTo("change-renewed-already"));
        As.once(Persona.FATIMA)
                .post("/v1/change-requests/" + renewed + "/renewal")
                .then()
                .statusCode(409)
                .body("code", equalTo("change-not-overtaken"));
        Approved.by(Persona.HASSAN, renewed);
    }

    @Test
    void aChangeThatNoRequestMadeIsAConflictToo() throws SQLException {
        String reference = RegistryCsv.reference();
        new RegistryCsv().with(RegistryCsv.person(reference)).send();
        String id = RegistryCsv.idOf(reference);
        String request = People.askAccount(id, RegistryCsv.rib());
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", RegistryCsv.rib()))
                .send();
        decide(Persona.BRAHIM, request, "approval", 409, "change-overtaken");
        As.user(Persona.BRAHIM)
                .get("/v1/change-requests/" + request)
                .then()
                .body("state", equalTo("PROPOSED"))
                .body("conflict", contains("iban"))
                .body("actions", contains("refuse"));
        As.once(Persona.LATIFA)
                .post("/v1/change-requests/" + request + "/renewal")
                .then()
                .statusCode(202)
                .body("before.iban", containsString("••••"));
        decide(Persona.BRAHIM, request, "approval", 409, "change-decided-already");
    }

    @Test
    void aRefusalHasAReasonAndAProposerTakesBack() {
        String id = People.registered("RAB");
        String request = People.askAccount(id, RegistryCsv.rib());
        refuse(Persona.BRAHIM, request, "").statusCode(422);
        refuse(Persona.BRAHIM, request, "الشهادة غير مختومة")
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("decisionReason", nullValue());
        look(Persona.BRAHIM, request).body("decisionReason", equalTo("الشهادة غير مختومة"));
        decide(Persona.BRAHIM, request, "approval", 409, "change-decided-already");
        String other = People.askAccount(id, RegistryCsv.rib());
        decide(Persona.BRAHIM, other, "withdrawal", 403, "change-not-the-proposer");
        As.once(Persona.LATIFA)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + other + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        pay(id).statusCode(404).body("code", equalTo("account-none"));
    }

    @Test
    void theNumberIsOpenedToWhoeverDecidesAndTheLookIsRecorded() throws SQLException {
        String id = People.registered("ERR");
        String rib = RegistryCsv.rib();
        String request = propose(Persona.FATIMA, id, rib).extract().path("id");
        look(Persona.HASSAN, request).body("asked.iban", equalTo("MA64" + rib)).body("masked", empty());
        look(Persona.FATIMA, request).body("asked.iban", containsString("••••"));
        assertThat(People.trail(id, "change-request-read")).isEqualTo(2);
        As.user(Persona.HASSAN)
                .header("Riaya-Purpose", "CURIOSITY")
                .get("/v1/change-requests/" + request)
                .then()
                .statusCode(400)
                .body("code", equalTo("purpose-unknown"));
    }

    @Test
    void otherRolesAndOtherOfficesAreRefused() {
        String id = People.registered("ERR");
        String request =
                propose(Persona.FATIMA, id, RegistryCsv.rib()).extract().path("id");
        for (Persona other :
                new Persona[] {Persona.NADIA, Persona.SAMIRA, Persona.SALMA, Persona.MINA, Persona.NOBODY}) {
            propose(other, id, RegistryCsv.rib()).statusCode(403);
            As.user(other).get("/v1/change-requests").then().statusCode(403);
            As.once(other)
                    .header("If-Match", "\"1\"")
                    .post("/v1/change-requests/" + request + "/approval")
                    .then()
                    .statusCode(403);
        }
        propose(Persona.KHADIJA, id, RegistryCsv.rib()).statusCode(403).body("code", equalTo("office-out-of-reach"));
        decide(Persona.YOUSSEF, request, "approval", 403, "office-out-of-reach");
        As.user(Persona.KHADIJA)
                .get("/v1/change-requests/" + request)
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        As.user(Persona.KHADIJA)
                .get("/v1/change-requests?office=ERR&limit=200&person=" + id)
                .then()
                .statusCode(200)
                .body("items", empty());
        As.user(Persona.DRISS)
                .get("/v1/change-requests?office=ERR&limit=200&person=" + id)
                .then()
                .body("items.id", hasItem(request));
        As.user(Persona.FATIMA)
                .get("/v1/change-requests?proposedBy=ME&limit=200&person=" + id)
                .then()
                .body("items.id", contains(request));
        As.user(Persona.HASSAN)
                .get("/v1/change-requests?proposedBy=ME&limit=200&person=" + id)
                .then()
                .body("items.id", not(hasItem(request)))
                .body("next", nullValue());
        // An officer of the same office is another person, and has not the role.
        String theirs = People.askAccount(id, RegistryCsv.rib());
        decide(Persona.FATIMA, theirs, "approval", 403, "change-needs-another-role");
    }

    @Test
    void theSameAskedAgainWhileItWaitsIsOneRequest() {
        String id = People.registered("RAB");
        String rib = RegistryCsv.rib();
        String request = People.askAccount(id, rib);
        assertThat(People.askAccount(id, rib)).isEqualTo(request);
        assertThat(People.askAccount(id, RegistryCsv.rib())).isNotEqualTo(request);
    }

    @Test
    void ofTwoApprovalsAtOnceOneTakesEffectAndTheOtherIsOvertaken() throws Exception {
        String id = People.registered("ERR");
        String one = People.askAccount(id, RegistryCsv.rib());
        String other = People.askAccount(id, RegistryCsv.rib());
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> approval(Persona.BRAHIM, one));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> approval(Persona.HASSAN, other));
        assertThat(List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder(200, 409);
        As.user(Persona.LATIFA)
                .get("/v1/change-requests?person=" + id)
                .then()
                .body("items.state", containsInAnyOrder("APPROVED", "OVERTAKEN"));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/accounts")
                .then()
                .body("accounts.standing", contains("RESTING"));
    }

    private static int approval(Persona who, String request) {
        return As.once(who)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .statusCode();
    }

    @Test
    void theSameApprovalTwiceIsOneEffect() throws SQLException {
        String id = People.registered("RAB");
        String request = People.askAccount(id, RegistryCsv.rib());
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            As.user(Persona.BRAHIM)
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .post("/v1/change-requests/" + request + "/approval")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("APPROVED"));
        }
        decide(Persona.BRAHIM, request, "approval", 409, "change-decided-already");
        assertThat(People.trail(id, "change-approved")).isEqualTo(1);
        assertThat(People.trail(id, "account-changed")).isEqualTo(1);
    }

    @Test
    void nobodyApprovesWhatConcernsTheirOwnRecord() {
        String id = People.registered("RAB");
        String request = People.askAccount(id, RegistryCsv.rib());
        As.withToken(IdentityProvider.token(Persona.BRAHIM, Map.of("person", id)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("change-of-own-record"));
    }

    @Test
    void aStaleOrAbsentVersionIsRefusedAndWhatStandsIsNotAskedFor() {
        String id = People.registered("RAB");
        String rib = RegistryCsv.rib();
        As.user(Persona.LATIFA)
                .body(Map.of("rib", rib, "evidence", "x", "reason", "y"))
                .put("/v1/persons/" + id + "/account")
                .then()
                .statusCode(428);
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(Map.of("rib", rib))
                .put("/v1/persons/" + id + "/account")
                .then()
                .statusCode(422);
        String request = People.askAccount(id, rib);
        As.once(Persona.BRAHIM)
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(428);
        As.once(Persona.BRAHIM)
                .header("If-Match", "\"7\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(412);
        Approved.byBrahim(request);
        propose(Persona.LATIFA, id, rib).statusCode(422).body("code", equalTo("change-changes-nothing"));
        As.user(Persona.LATIFA)
                .get("/v1/change-requests/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("change-request-unknown"));
    }

    private static ValidatableResponse propose(Persona who, String person, String rib) {
        return As.user(who)
                .header("If-Match", People.etag(person))
                .body(Map.of("rib", rib, "evidence", "شهادة بنكية 12", "reason", "أغلق الحساب القديم"))
                .put("/v1/persons/" + person + "/account")
                .then();
    }

    private static void decide(Persona who, String request, String step, int status, String code) {
        As.once(who)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/" + step)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static ValidatableResponse refuse(Persona who, String request, String reason) {
        return As.once(who)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", reason))
                .post("/v1/change-requests/" + request + "/refusal")
                .then();
    }

    private static ValidatableResponse look(Persona who, String request) {
        return As.user(who)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/change-requests/" + request)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse pay(String person) {
        return As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + person + "/account")
                .then();
    }
}
