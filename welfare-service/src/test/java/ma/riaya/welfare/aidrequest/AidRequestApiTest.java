package ma.riaya.welfare.aidrequest;

import static ma.riaya.testkit.Persona.AICHA;
import static ma.riaya.testkit.Persona.DRISS;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.open;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.submitted;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static ma.riaya.welfare.AidRequestsForTests.underReview;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.ClockForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request from the counter to its proposal, as the office sees it. */
@QuarkusTest
class AidRequestApiTest {

    @Test
    void isOpenedWithTheRegistrysSnapshot() {
        UUID person = UUID.randomUUID();
        open(FATIMA, person)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/aid-requests/"))
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("DRAFT"))
                .body("number", nullValue())
                .body("office", equalTo("ERR"))
                .body("year", equalTo(thisYear()))
                .body("programmeVersion", equalTo(1))
                .body("person.id", equalTo(person.toString()))
                .body("person.nameAr", equalTo("فاطمة الزهراء بنعلي"))
                .body("person.nameLatin", equalTo("Fatima Zahra Benali"))
                .body("person.asOf", notNullValue())
                .body("situation", nullValue())
                .body("documents", empty())
                .body("disbursement", nullValue())
                .body("actions", contains("edit", "add-document", "submit", "withdraw"));
    }

    @Test
    void isSubmittedWithANumberThatFollowsTheLast() {
        String first = submitted();
        String second = submitted();
        String number = read(FATIMA, first)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body(
                        "deadline",
                        equalTo(LocalDate.now(ZoneId.of("Africa/Casablanca"))
                                .plusDays(30)
                                .toString()))
                .extract()
                .path("number");
        assertThat(number).matches("ERR-" + thisYear() + "-[0-9]{6}");
        String next = read(FATIMA, second).path("number");
        assertThat(Integer.parseInt(next.substring(9))).isEqualTo(Integer.parseInt(number.substring(9)) + 1);
    }

    @Test
    void tellsItsWholeHistory() {
        String id = proposed("12000.00");
        As.user(DRISS)
                .get("/v1/aid-requests/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.toState", contains("DRAFT", "SUBMITTED", "UNDER_REVIEW", "PROPOSED"))
                .body("items.fromState", contains(null, "DRAFT", "SUBMITTED", "UNDER_REVIEW"))
                .body("items.actor", everyItem(equalTo(FATIMA.subject())))
                .body("items.actorOffice", everyItem(equalTo("ERR")))
                .body("items[3].reasons", equalTo("Pension de 1 850 MAD, trois enfants"));
    }

    @Test
    void tellsItsHistoryPageByPage() {
        String path = "/v1/aid-requests/" + proposed("12000.00") + "/history?limit=3";
        Response first = As.user(DRISS).get(path);
        first.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.toState", contains("DRAFT", "SUBMITTED", "UNDER_REVIEW"));
        As.user(DRISS)
                .get(path + "&cursor=" + first.path("next"))
                .then()
                .body("items.toState", contains("PROPOSED"))
                .body("next", nullValue());
    }

    @Test
    void offersToEachReaderWhatTheyMayDo() {
        String id = proposed("12000.00");
        read(FATIMA, id).then().body("actions", contains("withdraw"));
        read(HASSAN, id).then().body("actions", contains("approve", "reject", "return"));
        read(SAMIRA, id).then().body("actions", empty());
        read(DRISS, id).then().body("actions", empty());
    }

    @Test
    void showsTheSituationForAPurposeAndRecordsTheLook() throws SQLException {
        String id = draft();
        As.user(FATIMA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/aid-requests/" + id)
                .then()
                .statusCode(200)
                .body("situation", equalTo("Chimiothérapie depuis mars"));
        assertThat(looks(id)).isEqualTo(1);
        read(FATIMA, id).then().body("situation", nullValue());
        As.user(SAMIRA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/aid-requests/" + id)
                .then()
                .body("situation", nullValue());
        assertThat(looks(id)).isEqualTo(1);
    }

    @Test
    void keepsTheSituationEncrypted() throws SQLException {
        String id = draft();
        try (Connection app = Postgres.asApp();
                PreparedStatement query =
                        app.prepareStatement("SELECT situation FROM aid_request WHERE id = ?::uuid")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.getBytes(1), StandardCharsets.UTF_8)).doesNotContain("Chimio");
            }
        }
    }

    @Test
    void isEditedWhileADraftByWhoHasSeenIt() {
        String id = draft();
        String body = "{\"situation\":\"Chimiothérapie et loyer impayé\"}";
        As.user(FATIMA)
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/aid-requests/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        As.user(FATIMA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/aid-requests/" + id)
                .then()
                .body("situation", equalTo("Chimiothérapie et loyer impayé"));
        As.user(FATIMA)
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/aid-requests/" + id)
                .then()
                .statusCode(412);
        As.user(FATIMA).body(body).put("/v1/aid-requests/" + id).then().statusCode(428);
        step(FATIMA, id, "submission");
        As.user(FATIMA)
                .header("If-Match", "\"3\"")
                .body(body)
                .put("/v1/aid-requests/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("aid-request-not-in-state"));
    }

    @Test
    void waitsForComplementsOnce() {
        String id = underReview();
        with(FATIMA, id, "complement-request")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLEMENT_REQUESTED"))
                .body("actions", contains("add-document", "complete", "withdraw"));
        String before = read(FATIMA, id).path("deadline");
        ClockForTests.advance(Duration.ofDays(5));
        step(FATIMA, id, "complement");
        read(FATIMA, id)
                .then()
                .body("state", equalTo("UNDER_REVIEW"))
                .body("deadline", equalTo(LocalDate.parse(before).plusDays(5).toString()));
        with(FATIMA, id, "complement-request").then().statusCode(409).body("code", equalTo("complement-already-asked"));
    }

    @AfterEach
    void today() {
        ClockForTests.reset();
    }

    @Test
    void isListedNewestFirstWithinReach() {
        UUID person = UUID.randomUUID();
        String older = draft(person);
        with(FATIMA, older, "withdrawal").then().statusCode(200);
        String newer = draft(person);
        Response first = As.user(AICHA).get("/v1/aid-requests?limit=1&person=" + person);
        first.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.id", contains(newer))
                .body("next", notNullValue());
        As.user(AICHA)
                .get("/v1/aid-requests?limit=1&person=" + person + "&cursor=" + first.path("next"))
                .then()
                .body("items.id", contains(older))
                .body("next", nullValue());
        As.user(SAMIRA)
                .get("/v1/aid-requests?state=DRAFT&office=ERR&programme=SERIOUS_ILLNESS&person=" + person)
                .then()
                .body("items.id", contains(newer));
        As.user(KHADIJA).get("/v1/aid-requests?person=" + person).then().body("items", hasSize(0));
        As.user(KHADIJA)
                .get("/v1/aid-requests?office=ERR")
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        As.user(AICHA)
                .get("/v1/aid-requests?state=LOST")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
    }

    @Test
    void appendsToTheAuditTrailWithEachStep() throws SQLException {
        assertThat(audited(proposed("12000.00")))
                .containsExactly(
                        "aid-request-opened",
                        "aid-request-submitted",
                        "aid-request-taken-into-review",
                        "aid-request-proposed");
    }

    private static int looks(String id) throws SQLException {
        return (int) audited(id).stream()
                .filter("aid-request-situation-seen"::equals)
                .count();
    }

    private static List<String> audited(String id) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection app = Postgres.asApp();
                PreparedStatement query =
                        app.prepareStatement("SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
