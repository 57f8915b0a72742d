package ma.riaya.beneficiary.event;

import static ma.riaya.beneficiary.event.Life.corrected;
import static ma.riaya.beneficiary.event.Life.event;
import static ma.riaya.beneficiary.event.Life.events;
import static ma.riaya.beneficiary.event.Life.happens;
import static ma.riaya.beneficiary.event.Life.held;
import static ma.riaya.beneficiary.event.Life.officer;
import static ma.riaya.beneficiary.event.Life.on;
import static ma.riaya.beneficiary.event.Life.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event that was wrong is corrected by another, and what was known before stays known as of then. */
@QuarkusTest
class EventCorrectionApiTest {

    @Test
    void anotherDayMovesAllThatFollowed() throws SQLException {
        String officer = officer("1970-01-01", "1990-01-01");
        String wife = person("F", "1972-01-01");
        happens(officer, "MARRIAGE", "1995-05-05", wife);
        JsonPath death = happens(officer, "DEATH", "2025-07-01", null);
        JsonPath before = on(wife, "2025-07-15", null);
        assertThat(before.getList("categories.category")).containsExactly("WIDOWED_SPOUSE");
        JsonPath later = corrected(officer, death.getString("id"), event("DEATH", "2025-08-01", null));
        assertThat(held(wife, "2025-07-15")).isEqualTo("SPOUSE");
        assertThat(held(wife, "2025-08-01")).isEqualTo("WIDOWED_SPOUSE");
        assertThat(held(officer, "2025-07-31")).isEqualTo("ACTIVE");
        assertThat(on(officer, "2025-08-01", null).getString("deathDate")).isEqualTo("2025-08-01");
        assertThat(on(wife, "2025-07-15", before.getString("knownAt")).getMap(""))
                .isEqualTo(before.getMap(""));
        assertThat(later.getString("corrects")).isEqualTo(death.getString("id"));
        JsonPath life = events(officer);
        assertThat(life.getString("items.find { it.id == '" + death.getString("id") + "' }.standing"))
                .isEqualTo("CORRECTED");
        assertThat(life.getList("items.find { it.id == '" + death.getString("id") + "' }.consequences"))
                .isEmpty();
        assertThat(People.trail(officer, "life-event-corrected")).isEqualTo(1);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + wife + "/history?limit=200")
                .then()
                .body("items.findAll { it.what == 'WIDOWED_SPOUSE' }.size()", equalTo(2))
                .body(
                        "items.find { it.what == 'WIDOWED_SPOUSE' && it.from == '2025-07-01' }.superseded.reason",
                        equalTo("L’acte dit autre chose"))
                .body(
                        "items.find { it.what == 'WIDOWED_SPOUSE' && it.from == '2025-07-01' }.superseded.about",
                        equalTo(later.getString("id")));
    }

    @Test
    void aWithdrawalTakesBackWhatNothingElseFounds() throws SQLException {
        String officer = officer("1970-01-01", "1990-01-01");
        String wife = person("F", "1972-01-01");
        JsonPath marriage = happens(officer, "MARRIAGE", "1995-05-05", wife);
        JsonPath death = happens(officer, "DEATH", "2025-07-01", null);
        corrected(officer, death.getString("id"), null);
        assertThat(held(wife, "2025-07-01")).isEqualTo("SPOUSE");
        assertThat(held(officer, "2025-07-01")).isEqualTo("ACTIVE");
        assertThat(on(officer, "2025-07-01", null).getString("deathDate")).isNull();
        happens(officer, "DEATH", "2025-07-01", null);
        assertThat(held(wife, "2025-07-01")).isEqualTo("WIDOWED_SPOUSE");
        // Without the marriage she was never his wife, and is not his widow.
        corrected(officer, marriage.getString("id"), null);
        assertThat(held(wife, "2025-07-01")).isEmpty();
        assertThat(held(wife, "2025-06-30")).isEmpty();
        Life.correct(Persona.LATIFA, officer, marriage.getString("id"), null)
                .statusCode(409)
                .body("code", equalTo("event-corrected-already"));
        Life.correct(Persona.LATIFA, officer, UUID.randomUUID().toString(), null)
                .statusCode(404)
                .body("code", equalTo("event-unknown"));
    }

    @Test
    void whatASourceSaysTooStaysWhenTheEventIsWithdrawn() throws SQLException {
        String man = reference();
        String wife = reference();
        RegistryCsv.Row officer = RegistryCsv.person(man)
                .set("sex", "M")
                .set("categories", "ACTIVE:1990-01-01/")
                .set("links", "SPOUSE:" + wife + ":1995-05-05/");
        RegistryCsv.Row spouse = RegistryCsv.person(wife).set("categories", "SPOUSE:1995-05-05/");
        new RegistryCsv().with(officer).with(spouse).send();
        String id = RegistryCsv.idOf(man);
        String widow = RegistryCsv.idOf(wife);
        JsonPath death = happens(id, "DEATH", "2025-07-01", null);
        assertThat(death.getList("consequences.outcome")).containsOnly("APPLIED");
        assertThat(held(widow, "2025-07-01")).isEqualTo("WIDOWED_SPOUSE");
        new RegistryCsv()
                .with(spouse.set("categories", "SPOUSE:1995-05-05/2025-07-01:WIDOWED;WIDOWED_SPOUSE:2025-07-01/"))
                .with(officer.set("death_date", "2025-07-01").set("links", "SPOUSE:" + wife + ":1995-05-05/2025-07-01"))
                .send();
        assertThat(events(id).getList("items[0].consequences.outcome")).containsOnly("APPLIED", "ALREADY");
        corrected(id, death.getString("id"), null);
        assertThat(held(widow, "2025-07-01")).isEqualTo("WIDOWED_SPOUSE");
        assertThat(held(id, "2025-07-01")).isEqualTo("ACTIVE");
        assertThat(on(id, "2025-07-01", null).getString("deathDate")).isEqualTo("2025-07-01");
    }

    @Test
    void whatASourceSaysOtherwiseStandsAndIsShown() throws SQLException {
        String reference = reference();
        RegistryCsv.Row row = RegistryCsv.person(reference)
                .set("categories", "ACTIVE:1990-01-01/2024-01-01:RETIRED;RETIRED:2024-01-01/");
        new RegistryCsv().with(row).send();
        String id = RegistryCsv.idOf(reference);
        JsonPath event = happens(id, "RETIREMENT", "2023-07-01", null);
        assertThat(event.getList("consequences.outcome")).containsExactly("CONFLICT", "CONFLICT");
        assertThat(event.getMap("consequences.find { it.act == 'OPEN' }.against"))
                .containsEntry("source", "REGISTRY")
                .containsEntry("from", "2024-01-01");
        assertThat(held(id, "2023-07-01")).isEqualTo("ACTIVE");
        new RegistryCsv()
                .with(row.set("categories", "ACTIVE:1990-01-01/2023-07-01:RETIRED;RETIRED:2023-07-01/"))
                .send();
        assertThat(events(id).getList("items[0].consequences.outcome")).containsExactly("ALREADY", "ALREADY");
        assertThat(held(id, "2023-07-01")).isEqualTo("RETIRED");
    }

    @Test
    void anotherDayOfDeathThanTheSourceSaysIsAConflict() throws SQLException {
        String reference = reference();
        new RegistryCsv()
                .with(RegistryCsv.person(reference)
                        .set("categories", "RETIRED:2010-01-01/")
                        .set("death_date", "2025-03-03"))
                .send();
        String id = RegistryCsv.idOf(reference);
        Map<String, @Nullable Object> death = event("DEATH", "2025-03-13", null);
        death.put("manner", "OTHERWISE");
        JsonPath event =
                Life.post(Persona.LATIFA, id, death).statusCode(201).extract().jsonPath();
        assertThat(event.getMap("consequences.find { it.act == 'DIE' }.against"))
                .containsEntry("from", "2025-03-03")
                .containsEntry("source", "REGISTRY");
        assertThat(on(id, "2025-04-01", null).getString("deathDate")).isEqualTo("2025-03-03");
        death.put("day", "2025-03-03");
        assertThat(corrected(id, event.getString("id"), death).getList("consequences.outcome"))
                .containsExactly("ALREADY", "APPLIED");
    }

    @Test
    void refusedByName() {
        String officer = officer("1970-01-01", "1990-01-01");
        String wife = person("F", "1972-01-01");
        refused(officer, event("RETIREMENT", LocalDate.now().plusDays(2).toString(), null), 422, "event-in-the-future");
        refused(officer, event("RETIREMENT", "1969-12-31", null), 422, "event-before-birth");
        refused(officer, event("MARRIAGE", "2000-01-01", null), 422, "event-other-missing");
        refused(officer, event("RETIREMENT", "2000-01-01", wife), 422, "event-other-not-wanted");
        refused(officer, event("DIVORCE", "2000-01-01", wife), 422, "event-not-married");
        refused(officer, event("BIRTH", "2000-01-01", person("M", "2000-01-02")), 422, "event-birth-differs");
        refused(officer, event("MARRIAGE", "1980-01-01", wife), 422, "spouse-too-young");
        refused(officer, event("MARRIAGE", "2000-01-01", UUID.randomUUID().toString()), 404, "person-unknown");
        Map<String, @Nullable Object> death = event("DEATH", "2025-07-01", null);
        death.remove("manner");
        refused(officer, death, 422, "event-manner-of-a-death");
        Map<String, @Nullable Object> retirement = event("RETIREMENT", "2020-01-01", null);
        retirement.put("manner", "ON_DUTY");
        refused(officer, retirement, 422, "event-manner-of-a-death");
        happens(officer, "DEATH", "2025-07-01", null);
        refused(officer, event("DEATH", "2025-07-02", null), 409, "event-stands-already");
        refused(officer, event("INJURY_ON_DUTY", "2025-07-02", null), 422, "event-after-death");
        As.user(Persona.LATIFA)
                .body(event("RETIREMENT", "2020-01-01", null))
                .post("/v1/persons/" + officer + "/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void anOfficerEntersOnlyWhatNoMoneyHangsOn() {
        String husband = person("M", "1970-01-01");
        String wife = person("F", "1972-01-01");
        for (String kind :
                List.of("RETIREMENT", "INJURY_ON_DUTY", "DEATH", "REMARRIAGE", "END_OF_SCHOOLING", "DISABILITY")) {
            Life.post(Persona.KHADIJA, husband, event(kind, "2020-01-01", null))
                    .statusCode(403)
                    .body("code", equalTo("event-needs-registry-manager"));
        }
        Life.post(Persona.FATIMA, husband, event("MARRIAGE", "2000-01-01", wife))
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        String marriage = Life.post(Persona.KHADIJA, husband, event("MARRIAGE", "2000-01-01", wife))
                .statusCode(201)
                .extract()
                .path("id");
        Life.correct(Persona.KHADIJA, husband, marriage, event("REMARRIAGE", "2000-01-01", wife))
                .statusCode(403)
                .body("code", equalTo("event-needs-registry-manager"));
        Life.correct(Persona.YOUSSEF, husband, marriage, null).statusCode(201);
        for (Persona other : List.of(Persona.SAMIRA, Persona.NADIA, Persona.SALMA, Persona.DRISS, Persona.MINA)) {
            Life.post(other, husband, event("MARRIAGE", "2000-01-01", wife)).statusCode(403);
            Life.correct(other, husband, marriage, null).statusCode(403);
        }
        As.user(Persona.MINA).get("/v1/persons/" + husband + "/events").then().statusCode(403);
        As.user(Persona.FATIMA).get("/v1/persons/" + husband + "/events").then().statusCode(403);
    }

    /** The same request twice is one event. */
    @Test
    void theSamePostTwiceIsOneEvent() {
        String officer = officer("1970-01-01", "1990-01-01");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            As.user(Persona.LATIFA)
                    .header("Idempotency-Key", key)
                    .body(event("INJURY_ON_DUTY", "2020-01-01", null))
                    .post("/v1/persons/" + officer + "/events")
                    .then()
                    .statusCode(201);
        }
        assertThat(events(officer).getList("items")).hasSize(1);
    }

    @Test
    void theDatabaseKeepsEventsAsTheyWereEntered() throws SQLException {
        String officer = officer("1970-01-01", "1990-01-01");
        String event = happens(officer, "RETIREMENT", "2020-01-01", null).getString("id");
        String other = person("F", "1970-01-01");
        try (Connection app = Postgres.asApp()) {
            refused(app, "UPDATE life_event SET day = '2021-01-01'", "42501");
            refused(app, "DELETE FROM life_event", "42501");
            refused(app, "DELETE FROM event_step", "42501");
            refused(app, """
                    INSERT INTO life_event (id, person_id, kind, day, evidence, corrects, effect, reason, entered_by, entered_at)
                    VALUES (uuidv7(), '%s', 'RETIREMENT', '2020-01-01', 'x', '%s', 'WITHDRAWN', 'x', 'x', now())
                    """.formatted(other, event), "23001");
        }
        try (Connection owner = Postgres.asOwner()) {
            refused(owner, "UPDATE life_event SET day = '2021-01-01'", "23001");
            refused(owner, "DELETE FROM life_event", "23001");
        }
    }

    private static void refused(String id, Map<String, @Nullable Object> event, int status, String code) {
        Life.post(Persona.LATIFA, id, event).statusCode(status).body("code", equalTo(code));
    }

    private static void refused(Connection connection, String statement, String state) {
        assertThatThrownBy(() -> {
                    try (Statement sql = connection.createStatement()) {
                        sql.execute(statement);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
