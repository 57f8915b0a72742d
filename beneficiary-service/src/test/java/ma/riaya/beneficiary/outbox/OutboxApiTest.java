package ma.riaya.beneficiary.outbox;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes in the registry is told to welfare-service: at least once, in order for each person, and nothing of the person. */
@QuarkusTest
@QuarkusTestResource(value = WelfareForTests.class, restrictToAnnotatedClass = true)
class OutboxApiTest {

    @Inject
    Relay relay;

    @BeforeEach
    void nothingWaits() throws SQLException {
        WelfareForTests.takes();
        due();
        relay.run();
        WelfareForTests.takes();
    }

    @Test
    void aLifeEventAndWhatFollowsFromItAreTold() throws SQLException {
        String officer = officer();
        relay.run();
        WelfareForTests.takes();
        String event = death(officer, "2025-07-01");
        assertThat(waiting(officer)).isEqualTo(4);
        relay.run();
        List<JsonNode> told = WelfareForTests.told(officer);
        assertThat(told.stream().map(OutboxApiTest::said))
                .containsExactlyInAnyOrder(
                        "LIFE_EVENT KNOWN DEATH 2025-07-01",
                        "CATEGORY TAKEN_BACK ACTIVE 1990-01-01",
                        "CATEGORY KNOWN ACTIVE 1990-01-01",
                        "DEATH KNOWN null 2025-07-01");
        assertThat(told.getFirst().path("eventId").asText()).isEqualTo(event);
        assertThat(told.stream().map(notice -> notice.path("sequence").asLong()))
                .isSorted();
        assertThat(WelfareForTests.requests()).allSatisfy(request -> {
            assertThat(request.getHeader("Authorization")).startsWith("Bearer ");
            assertThat(request.getHeader("Idempotency-Key")).isNotBlank();
            assertThat(request.getBodyAsString()).doesNotContain("SKALLI", "Nezha", "الصقلي", "Acte", "A77009");
        });
        assertThat(waiting(officer)).isZero();
        relay.run();
        assertThat(WelfareForTests.told(officer)).hasSize(4);
    }

    @Test
    void whileTheOtherSideIsDownNothingIsLostAndTheOrderStays() throws SQLException {
        String officer = officer();
        relay.run();
        WelfareForTests.isDown();
        String event = death(officer, "2025-07-01");
        relay.run();
        relay.run();
        assertThat(WelfareForTests.requests()).hasSize(1);
        assertThat(waiting(officer)).isEqualTo(4);
        WelfareForTests.takes();
        withdrawn(officer, event);
        // What came later waits for what is not due yet.
        relay.run();
        assertThat(WelfareForTests.told(officer)).isEmpty();
        due();
        relay.run();
        List<JsonNode> told = WelfareForTests.told(officer);
        assertThat(told).hasSize(8);
        assertThat(told.stream().map(notice -> notice.path("sequence").asLong()))
                .isSorted();
        assertThat(told.getLast().path("change").asText()
                        + told.getLast().path("kind").asText())
                .isIn("TAKEN_BACKDEATH", "KNOWNCATEGORY", "TAKEN_BACKCATEGORY");
    }

    /** The other side has it, and this side was killed before it noted that: the same ids and the same key are sent again. */
    @Test
    void whatWasTakenWithoutAnAnswerIsSentAgainUnderTheSameKey() throws SQLException {
        String officer = officer();
        relay.run();
        WelfareForTests.takesAndHangsUp();
        death(officer, "2025-07-01");
        relay.run();
        String key = WelfareForTests.requests().getFirst().getHeader("Idempotency-Key");
        List<String> ids = ids(officer);
        WelfareForTests.takes();
        due();
        relay.run();
        assertThat(ids(officer)).isEqualTo(ids);
        assertThat(WelfareForTests.requests().getFirst().getHeader("Idempotency-Key"))
                .isEqualTo(key);
        assertThat(waiting(officer)).isZero();
    }

    /** What one person's notices are refused for keeps nobody else's waiting. */
    @Test
    void aNoticeThatIsNotTakenHoldsBackNoOther() throws SQLException {
        String refused = officer();
        String other = officer();
        relay.run();
        WelfareForTests.refuses(refused);
        death(refused, "2025-07-01");
        death(other, "2025-07-01");

        relay.run();

        assertThat(waiting(other)).isZero();
        assertThat(waiting(refused)).isEqualTo(4);
        WelfareForTests.takes();
        due();
        relay.run();
        assertThat(waiting(refused)).isZero();
    }

    /** Killed after it took them and before it sent them: they wait half a minute, and are not lost. */
    @Test
    void whatWasTakenAndNeverSentIsSentLater() throws SQLException {
        String officer = officer();
        relay.run();
        WelfareForTests.takes();
        death(officer, "2025-07-01");
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute("UPDATE outbox SET attempts = 1, next_attempt_at = clock_timestamp() + interval '30 seconds'"
                    + " WHERE delivered_at IS NULL");
        }
        relay.run();
        assertThat(WelfareForTests.told(officer)).isEmpty();
        due();
        relay.run();
        assertThat(WelfareForTests.told(officer)).hasSize(4);
    }

    @Test
    void aFirstLoadTellsNothingAndALaterFileOnlyWhatReallyChanged() throws SQLException {
        long before = all();
        List<RegistryCsv.Row> rows = IntStream.range(0, 300)
                .mapToObj(i -> person(reference())
                        .set("categories", "WIDOWED_SPOUSE:2019-02-03/;PARENT:2001-01-01/")
                        .set("pensions", "2019-03-01/:1850.00"))
                .toList();
        String late = reference();
        RegistryCsv first = new RegistryCsv();
        rows.getFirst().set("links", "SPOUSE:" + late + ":1990-01-01/");
        rows.forEach(first::with);
        first.with(person(late)).send();
        assertThat(all()).isEqualTo(before);
        RegistryCsv second = new RegistryCsv();
        rows.get(7).set("categories", "PARENT:2001-01-01/");
        rows.get(8).set("pensions", "2019-03-01/:1900.00");
        rows.forEach(second::with);
        second.with(person(late)).send();
        assertThat(all()).isEqualTo(before + 1);
        relay.run();
        assertThat(WelfareForTests.requests()).hasSize(1);
    }

    @Test
    void whatEntersByHandIsToldOnlyOnceItChanges() throws SQLException {
        long before = all();
        String id = People.registered("RAB");
        assertThat(all()).isEqualTo(before);
        Map<String, @Nullable Object> dead = People.body("RAB");
        dead.put("deathDate", "2024-02-03");
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(dead)
                .put("/v1/persons/" + id)
                .then()
                .statusCode(200);
        relay.run();
        assertThat(WelfareForTests.told(id).stream().map(OutboxApiTest::said))
                .containsExactly("DEATH KNOWN null 2024-02-03");
    }

    @Test
    void aDisabilityIsNobodysMatter() throws SQLException {
        String officer = officer();
        relay.run();
        WelfareForTests.takes();
        enter(officer, "DISABILITY", "2025-07-01", null);
        relay.run();
        assertThat(WelfareForTests.told(officer)).isEmpty();
    }

    @Test
    void muchIsToldInHundreds() throws SQLException {
        List<RegistryCsv.Row> rows = IntStream.range(0, 600)
                .mapToObj(i -> person(reference()).set("categories", "PARENT:2001-01-01/"))
                .toList();
        RegistryCsv first = new RegistryCsv();
        rows.forEach(first::with);
        first.send();
        RegistryCsv second = new RegistryCsv();
        rows.forEach(row -> second.with(row.set("categories", "")));
        second.send();
        relay.run();
        assertThat(WelfareForTests.requests().stream()
                        .map(request ->
                                WelfareForTests.read(request).path("events").size()))
                .containsExactly(500, 100);
    }

    private static String said(JsonNode notice) {
        return "%s %s %s %s"
                .formatted(
                        notice.path("kind").asText(),
                        notice.path("change").asText(),
                        notice.path("what").asText(),
                        notice.path("from").asText());
    }

    private static List<String> ids(String person) {
        return WelfareForTests.told(person).stream()
                .map(notice -> notice.path("id").asText())
                .toList();
    }

    private static String officer() {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "A77009");
        body.put("sex", "M");
        String id = People.register(body).getString("id");
        Approved.asked(
                id,
                As.once(Persona.LATIFA)
                        .body(Map.of(
                                "category", "ACTIVE", "from", "1990-01-01", "evidence", "Acte 1", "reason", "تعيين"))
                        .post("/v1/persons/" + id + "/categories")
                        .then());
        return id;
    }

    private static String death(String id, String day) {
        return enter(id, "DEATH", day, "IN_SERVICE");
    }

    private static String enter(String id, String kind, String day, @Nullable String manner) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("day", day);
        body.put("manner", manner);
        body.put("evidence", "Acte 7/2025");
        return As.once(Persona.LATIFA)
                .body(body)
                .post("/v1/persons/" + id + "/events")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void withdrawn(String id, String event) {
        As.once(Persona.LATIFA)
                .body(Map.of("reason", "Une autre personne"))
                .post("/v1/persons/" + id + "/events/" + event + "/correction")
                .then()
                .statusCode(201);
    }

    /** As if the time to wait were over. */
    private static void due() throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute("UPDATE outbox SET next_attempt_at = clock_timestamp() WHERE delivered_at IS NULL");
        }
    }

    private static long waiting(String person) throws SQLException {
        return count("SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND person_id = '" + person + "'");
    }

    private static long all() throws SQLException {
        return count("SELECT count(*) FROM outbox");
    }

    private static long count(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
