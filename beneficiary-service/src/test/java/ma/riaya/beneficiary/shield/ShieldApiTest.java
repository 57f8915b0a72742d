package ma.riaya.beneficiary.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** Shields are set and ended by two members of the unit, and the unit goes on with its work. */
@QuarkusTest
class ShieldApiTest {

    @Test
    void twoMembersOfTheUnitSetIt() {
        String id = People.registered("RAB");
        Map<String, Object> body = Map.of("personId", id, "unit", Shielded.UNIT, "reason", "Note 12/2026");
        As.once(Persona.LATIFA)
                .body(body)
                .post("/v1/shields")
                .then()
                .statusCode(403)
                .body("code", equalTo("shield-unit-not-carried"));
        Shielded.once(Persona.SALMA).body(body).post("/v1/shields").then().statusCode(403);
        Shielded.once(Persona.LATIFA)
                .body(Map.of("personId", id, "unit", Shielded.UNIT, "reason", "x", "until", "2020-01-01"))
                .post("/v1/shields")
                .then()
                .statusCode(422)
                .body("code", equalTo("shield-until-passed"));
        String shield = Shielded.once(Persona.LATIFA)
                .body(body)
                .post("/v1/shields")
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("reason", nullValue())
                .body("actions", empty())
                .extract()
                .jsonPath()
                .getString("id");
        Shielded.once(Persona.BRAHIM)
                .body(body)
                .post("/v1/shields")
                .then()
                .statusCode(409)
                .body("code", equalTo("shield-exists"));
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(200);
        act(Persona.LATIFA, shield, "approval", 403, "shield-own-act");
        As.once(Persona.BRAHIM)
                .post("/v1/shields/" + shield + "/approval")
                .then()
                .statusCode(404)
                .body("code", equalTo("shield-unknown"));
        act(Persona.BRAHIM, shield, "end", 409, "shield-not-in-force");
        Shielded.once(Persona.BRAHIM)
                .post("/v1/shields/" + shield + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("actions", contains("propose-end"));
        act(Persona.BRAHIM, shield, "approval", 409, "shield-nothing-waits");
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(404);
    }

    @Test
    void itEndsAsItBegan() {
        Shielded one = Shielded.of("RETURNING");
        act(Persona.LATIFA, one.shield(), "end", 200, null);
        As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(404);
        act(Persona.LATIFA, one.shield(), "approval", 403, "shield-own-act");
        act(Persona.BRAHIM, one.shield(), "refusal", 200, null);
        As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(404);
        act(Persona.LATIFA, one.shield(), "end", 200, null);
        act(Persona.BRAHIM, one.shield(), "approval", 200, null);
        As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(200);
        found("Zerktouni Returning", Persona.DRISS).body("items.id", hasItem(one.id()));
    }

    @Test
    void aShieldIsNotEndedWhileAnOutsiderHasTheReference() {
        Shielded one = Shielded.of("DOUBLED");
        As.once(Persona.LATIFA)
                .body(Shielded.body("DOUBLED", one.reference(), "QT1", "1"))
                .post("/v1/persons")
                .then()
                .statusCode(201);
        act(Persona.LATIFA, one.shield(), "end", 200, null);
        act(Persona.BRAHIM, one.shield(), "approval", 409, "shield-reference-in-sight");
        As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(404);
    }

    /** What a known word may mean takes another time to find than nothing does, so a word that only they bear is none. */
    @Test
    void aWordThatNobodyElseBearsIsKnownNoMore() throws SQLException {
        Shielded one = Shielded.of("ZZALONGFIR");
        assertThat(forgotten("zzalongfir")).isEqualTo("t");
        Shielded.insider(Persona.LATIFA)
                .body(Map.of("q", "Zerktouny Zalongfire"))
                .post("/v1/persons/search")
                .then()
                .body("items.id", hasItem(one.id()));
        act(Persona.LATIFA, one.shield(), "end", 200, null);
        act(Persona.BRAHIM, one.shield(), "approval", 200, null);
        assertThat(forgotten("zzalongfir")).isEqualTo("f");
        As.user(Persona.LATIFA)
                .body(Map.of("q", "Zerktouny Zalongfire"))
                .post("/v1/persons/search")
                .then()
                .body("items.id", hasItem(one.id()));
    }

    private static String forgotten(String word) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement();
                ResultSet row = sql.executeQuery("SELECT forgotten FROM name_word WHERE word = '" + word + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void theUnitSeesItsOwnAndListsItsShields() {
        Shielded one = Shielded.of("WORKING");
        Shielded.insider(Persona.DRISS)
                .get("/v1/persons/" + one.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(one.id()));
        for (String sought : List.of("Zerktouni Working", one.cin(), one.matricule())) {
            Shielded.insider(Persona.LATIFA)
                    .body(Map.of("q", sought))
                    .post("/v1/persons/search")
                    .then()
                    .body("items.id", hasItem(one.id()));
        }
        Shielded.insider(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + one.id() + "/account")
                .then()
                .statusCode(200);
        Shielded.insider(Persona.DRISS)
                .get("/v1/shields?state=IN_FORCE&limit=200")
                .then()
                .statusCode(200)
                .body("items.personId", hasItem(one.id()));
        Shielded.insider(Persona.DRISS)
                .get("/v1/shields/" + one.shield())
                .then()
                .statusCode(200)
                .body("reason", equalTo("Protected function"));
        As.user(Persona.DRISS).get("/v1/shields").then().statusCode(200).body("items", empty());
        As.user(Persona.DRISS)
                .get("/v1/shields/" + one.shield())
                .then()
                .statusCode(404)
                .body("code", equalTo("shield-unknown"));
        As.withToken(IdentityProvider.token(Persona.DRISS, Map.of("units", "X Y,'DESK-S'")))
                .get("/v1/persons/" + one.id())
                .then()
                .statusCode(404);
    }

    @Test
    void anOfficeIsAUnitAndSeesItsOwnShieldedAlone() {
        String id = People.registered("ERR");
        String token = IdentityProvider.token(Persona.LATIFA, Map.of("units", List.of("ERR")));
        String shield = As.withToken(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("personId", id, "unit", "ERR", "reason", "Inside the office"))
                .post("/v1/shields")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        As.withToken(IdentityProvider.token(Persona.BRAHIM, Map.of("units", List.of("ERR"))))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/shields/" + shield + "/approval")
                .then()
                .statusCode(200);
        As.user(Persona.FATIMA).get("/v1/persons/" + id).then().statusCode(200);
        As.user(Persona.KHADIJA).get("/v1/persons/" + id).then().statusCode(404);
        As.user(Persona.DRISS).get("/v1/persons/" + id).then().statusCode(404);
    }

    @Test
    void whoIsShieldedSeesThemselves() {
        Shielded one = Shielded.of("MYSELF");
        As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", one.id())))
                .get("/v1/persons/" + one.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(one.id()));
    }

    @Test
    void theLastDayEndsIt() throws SQLException {
        Shielded one = Shielded.of("EXPIRING");
        try (Connection app = Postgres.asApp();
                var sql = app.createStatement()) {
            sql.execute("SELECT end_passed_shields('2000-01-01', now())");
            As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(404);
        }
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("UPDATE shield SET until = '2020-01-01' WHERE id = '" + one.shield() + "'");
        }
        try (Connection app = Postgres.asApp();
                var sql = app.createStatement()) {
            sql.execute("SELECT end_passed_shields('2020-01-01', now())");
        }
        As.user(Persona.DRISS).get("/v1/persons/" + one.id()).then().statusCode(200);
    }

    private static void act(
            Persona persona, String shield, String act, int status, @org.jspecify.annotations.Nullable String code) {
        var answer = Shielded.once(persona)
                .post("/v1/shields/" + shield + "/" + act)
                .then()
                .statusCode(status);
        if (code != null) {
            answer.body("code", equalTo(code));
        }
    }

    private static io.restassured.response.ValidatableResponse found(String name, Persona persona) {
        return As.user(persona)
                .body(Map.of("q", name))
                .post("/v1/persons/search")
                .then()
                .statusCode(200);
    }
}
