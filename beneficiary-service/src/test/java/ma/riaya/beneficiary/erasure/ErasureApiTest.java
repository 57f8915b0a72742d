package ma.riaya.beneficiary.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is past its retention is erased by two people, unless something holds it. */
@QuarkusTest
class ErasureApiTest {

    @Test
    void whoIsPastTheRetentionIsErasedWithoutATrace() throws SQLException {
        String reference = RegistryCsv.reference();
        String cin = "ER" + (100_000 + Math.floorMod(reference.hashCode(), 900_000));
        String rib = RegistryCsv.rib();
        new RegistryCsv()
                .with(RegistryCsv.person(reference)
                        .set("family_name_latin", "QUITEUNHEARDOF")
                        .set("family_name_ar", "لميسمعبهاحد")
                        .set("cin", cin)
                        .set("matricule", "98765432")
                        .set("rib", rib)
                        .set("pensions", "1990-01-01/2000-01-01:76543.21")
                        .set("categories", "RETIRED:1990-01-01/2000-01-01:DECEASED"))
                .send();
        String id = RegistryCsv.idOf(reference);
        new RegistryCsv()
                .with(RegistryCsv.person(reference)
                        .set("family_name_latin", "QUITEUNHEARDOF")
                        .set("sex", "X"))
                .send();
        String relative = People.registered("ERR");
        Entered.at(
                "/v1/persons/" + relative + "/links", Map.of("kind", "SPOUSE", "personId", id, "from", "1991-01-01"));
        assertThat(dump()).contains("QUITEUNHEARDOF");
        String erasure = judged();
        assertThat(outcome(erasure, id)).isEqualTo("TO_ERASE");
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(200);
        act(Persona.LATIFA, erasure, "confirmation", 403, "erasure-own");
        As.once(Persona.BRAHIM)
                .post("/v1/erasures/" + erasure + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("toErase", equalTo(0));
        act(Persona.BRAHIM, erasure, "confirmation", 409, "erasure-decided");
        assertThat(outcome(erasure, id)).isEqualTo("ERASED");
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(404).body("code", equalTo("person-erased"));
        for (String sought : List.of("Quiteunheardof", cin, "98765432")) {
            As.user(Persona.DRISS)
                    .body(Map.of("q", sought))
                    .post("/v1/persons/search")
                    .then()
                    .body("items.id", empty());
        }
        As.user(Persona.DRISS).get("/v1/persons/" + relative).then().body("links.personId", contains(id));
        assertThat(People.trail(id, "person-imported")).isEqualTo(1);
        assertThat(People.trail(id, "person-erased")).isEqualTo(1);
        assertThat(dump())
                .doesNotContainIgnoringCase("QUITEUNHEARDOF")
                .doesNotContain("لميسمعبهاحد")
                .doesNotContain("98765432")
                .doesNotContain(reference);
        assertThat(count("SELECT count(*) FROM account WHERE person_id = '" + id + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM category_period WHERE person_id = '" + id + "'"))
                .isEqualTo(1);
    }

    /** What was known in two times goes too, whoever asks for a day or a moment; the periods and identifiers stay. */
    @Test
    void whatWasKnownOfThemAndWhyGoesTooAndNothingIsAnnounced() throws SQLException {
        String id = past();
        String relative = People.registered("ERR");
        event(id, "END_OF_SCHOOLING", "1998-07-01", "Certificat QUITEPRIVATEONE");
        String disability = event(id, "DISABILITY", "1997-01-01", "Certificat QUITEPRIVATETWO");
        As.once(Persona.LATIFA)
                .body("{\"reason\": \"Erreur QUITEPRIVATETHREE\"}")
                .post("/v1/persons/" + id + "/events/" + disability + "/correction")
                .then()
                .statusCode(201);
        Entered.at(
                "/v1/persons/" + id + "/links",
                Map.of(
                        "kind",
                        "SPOUSE",
                        "personId",
                        relative,
                        "from",
                        "1990-01-01",
                        "until",
                        "1999-01-01",
                        "evidence",
                        "Acte 1"));
        As.once(Persona.LATIFA)
                .body(Map.of(
                        "payeeId",
                        relative,
                        "ground",
                        "INCAPABLE",
                        "from",
                        "1997-01-01",
                        "until",
                        "1998-01-01",
                        "evidence",
                        "Jugement 1"))
                .post("/v1/persons/" + id + "/payees")
                .then()
                .statusCode(201);
        Entered.at(
                "/v1/persons/" + id + "/pensions",
                Map.of(
                        "from",
                        "1995-01-01",
                        "until",
                        "1996-01-01",
                        "amount",
                        Map.of("amount", "100.00", "currency", "MAD")));
        Map<String, @Nullable Object> body = new LinkedHashMap<>(People.body("ERR"));
        body.put("birthDate", "1957-08-09");
        Entered.identity(id, body);
        As.once(Persona.BRAHIM)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "QUITEPRIVATEFOUR"))
                .post("/v1/change-requests/" + People.askAccount(id, RegistryCsv.rib()) + "/refusal")
                .then()
                .statusCode(200);
        String sealed = read("SELECT evidence FROM life_event WHERE id = '" + disability + "'")
                .getFirst();
        assertThat(dump()).contains(sealed).doesNotContain("QUITEPRIVATE").contains("1957-08-09");
        try (Connection owner = Postgres.asOwner()) {
            owner.createStatement().execute("UPDATE outbox SET delivered_at = now() WHERE person_id = '" + id + "'");
        }
        String waiting = "SELECT count(*) FROM outbox WHERE delivered_at IS NULL";
        int before = count(waiting);
        String erasure = judged();
        assertThat(outcome(erasure, id)).isEqualTo("TO_ERASE");
        act(Persona.BRAHIM, erasure, "confirmation", 200, "");
        assertThat(outcome(erasure, id)).isEqualTo("ERASED");
        assertThat(count(waiting)).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM outbox WHERE person_id = '" + id + "'"))
                .isZero();
        assertThat(dump()).doesNotContain(sealed).doesNotContain("1957-08-09");
        assertThat(count("SELECT count(*) FROM pension_period WHERE person_id = '" + id + "'"))
                .isZero();
        assertThat(read("SELECT evidence || coalesce(reason, '') FROM life_event WHERE person_id = '" + id + "'"))
                .containsOnly("-", "--");
        assertThat(read("SELECT reason FROM knowledge WHERE reason IS NOT NULL AND about IN "
                        + "(SELECT id FROM life_event WHERE person_id = '" + id + "')"))
                .isEmpty();
        assertThat(count("SELECT count(*) FROM category_period WHERE person_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(read(
                        "SELECT encode(content_sealed || coalesce(answer_sealed, '') || coalesce(account_index, ''), 'hex') "
                                + "FROM change_request WHERE person_id = '" + id + "'"))
                .hasSizeGreaterThan(2)
                .containsOnly("");
        // The family goes on without them.
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + relative + "/history")
                .then()
                .statusCode(200)
                .body("items.linkedId", hasItem(id));
        event(relative, "RETIREMENT", "2020-01-01", "Acte 2");
    }

    /** Whoever is not the erasing function changes nothing, whatever it says of itself. */
    @Test
    void sayingThatOneErasesOpensNothing() throws SQLException {
        String id = past();
        try (Connection app = Postgres.asApp();
                var sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute("SELECT set_config('riaya.erasing', '" + id + "', true)");
            String close = "UPDATE category_period SET known_until = 0 WHERE person_id = '" + id + "'";
            sql.execute(close);
            assertThatThrownBy(() -> sql.execute(close))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("closed once");
            app.rollback();
        }
    }

    private static String event(String id, String kind, String day, String evidence) {
        return As.once(Persona.LATIFA)
                .body(Map.of("kind", kind, "day", day, "evidence", evidence))
                .post("/v1/persons/" + id + "/events")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    @Test
    void aHoldKeepsThePersonAndAnotherLiftsIt() {
        String id = past();
        String hold = As.once(Persona.DRISS)
                .body(Map.of("reason", "Procédure 2026/114"))
                .post("/v1/persons/" + id + "/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        As.once(Persona.KHADIJA)
                .body(Map.of("reason", "x"))
                .post("/v1/persons/" + id + "/holds")
                .then()
                .statusCode(403);
        assertThat(outcome(judged(), id)).isEqualTo("HELD");
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/holds")
                .then()
                .body("items[0].reason", equalTo("Procédure 2026/114"));
        lift(Persona.DRISS, hold, 403, "hold-own");
        lift(Persona.LATIFA, hold, 200, "");
        lift(Persona.LATIFA, hold, 409, "hold-lifted");
        lift(Persona.LATIFA, UUID.randomUUID().toString(), 404, "hold-unknown");
        String erasure = judged();
        assertThat(outcome(erasure, id)).isEqualTo("TO_ERASE");
        act(Persona.LATIFA, erasure, "drop", 200, "");
        act(Persona.BRAHIM, erasure, "confirmation", 409, "erasure-decided");
        act(Persona.BRAHIM, UUID.randomUUID().toString(), "confirmation", 404, "erasure-unknown");
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(200);
    }

    @Test
    void whatComesBeforeTheConfirmationKeepsThem() {
        String held = past();
        String renewed = past();
        String erasure = judged();
        As.once(Persona.LATIFA)
                .body(Map.of("reason", "x"))
                .post("/v1/persons/" + held + "/holds")
                .then()
                .statusCode(201);
        Entered.at(
                "/v1/persons/" + renewed + "/categories",
                Map.of("category", "RETIRED", "from", "2024-01-01", "evidence", "x"));
        act(Persona.BRAHIM, erasure, "confirmation", 200, "");
        assertThat(outcome(erasure, held)).isEqualTo("KEPT");
        assertThat(outcome(erasure, renewed)).isEqualTo("KEPT");
        As.user(Persona.DRISS).get("/v1/persons/" + held).then().statusCode(200);
        As.user(Persona.DRISS).get("/v1/persons/" + renewed).then().statusCode(200);
    }

    @Test
    void whoHasARightOrHadOneLatelyIsNotNamed() {
        String holding = People.registered("ERR");
        category(holding, Map.of("category", "RETIRED", "from", "1990-01-01"));
        String lately = People.registered("ERR");
        category(lately, Map.of("category", "RETIRED", "from", "1990-01-01", "until", "2022-01-01"));
        String erasure = judged();
        assertThat(outcome(erasure, holding)).isEmpty();
        assertThat(outcome(erasure, lately)).isEmpty();
        As.user(Persona.MINA)
                .get("/v1/retention-rules")
                .then()
                .statusCode(200)
                .body("items.find { it.category == 'INJURED_ON_DUTY' }.months", equalTo(180))
                .body("items.find { it.category == 'SPOUSE' }.purposes", hasItem("PAYMENT"));
    }

    /** The application may erase whoever is past retention, and nobody else. */
    @Test
    void theDatabaseErasesNobodyBeforeTheTime() throws SQLException {
        String id = People.registered("ERR");
        try (Connection app = Postgres.asApp();
                var sql = app.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT erase_person('" + id + "', current_date, now(), '{}', '{}')")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(200);
    }

    private static String past() {
        String id = People.registered("ERR");
        category(id, Map.of("category", "SPOUSE", "from", "1990-01-01", "until", "1999-01-01", "evidence", "x"));
        return id;
    }

    private static void category(String id, Map<String, Object> body) {
        Entered.at("/v1/persons/" + id + "/categories", body);
    }

    private static String judged() {
        return As.once(Persona.LATIFA)
                .post("/v1/erasures")
                .then()
                .statusCode(201)
                .body("state", equalTo("JUDGED"))
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static String outcome(String erasure, String person) {
        JsonPath page = As.user(Persona.DRISS)
                .get("/v1/erasures/" + erasure + "/persons?limit=200")
                .jsonPath();
        String outcome = page.getString("items.find { it.personId == '" + person + "' }?.outcome");
        return outcome == null ? "" : outcome;
    }

    private static void act(Persona persona, String erasure, String act, int status, String code) {
        var answer = As.once(persona)
                .post("/v1/erasures/" + erasure + "/" + act)
                .then()
                .statusCode(status);
        if (!code.isEmpty()) {
            answer.body("code", equalTo(code));
        }
    }

    private static void lift(Persona persona, String hold, int status, String code) {
        var answer =
                As.once(persona).post("/v1/holds/" + hold + "/lifting").then().statusCode(status);
        if (!code.isEmpty()) {
            answer.body("code", equalTo(code));
        }
    }

    private static String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        for (String table : read("""
                SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind = 'r'
                """)) {
            read("SELECT t::text FROM " + table + " t").forEach(dump::append);
        }
        return dump.toString();
    }

    private static int count(String query) throws SQLException {
        return Integer.parseInt(read(query).getFirst());
    }

    private static List<String> read(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = Postgres.asOwner();
                ResultSet rows = owner.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
