package ma.riaya.beneficiary.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who looked is told, and what cannot be recorded is not shown. */
@QuarkusTest
class LookApiTest {

    private static final String RIB = RegistryCsv.rib();

    @Test
    void thePersonReadsInWordsWhoLooked() {
        String id = looked("E20001");
        As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", id)))
                .header("Accept-Language", "fr")
                .get("/v1/persons/" + id + "/looks")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].kind", equalTo("account-read"))
                .body("items[0].roles", contains("finance"))
                .body("items[0].office", nullValue())
                .body("items[0].fields", contains("account"))
                .body(
                        "items[0].told",
                        equalTo(
                                "Le service financier a consulté : le compte bancaire. Finalité : Paiement d’une aide."))
                .body("items[1].purpose", equalTo("AID_INSTRUCTION"))
                .body("items[1].office", equalTo("RAB"))
                .body("items[1].fields", contains("cin", "pension", "health"))
                .body("items.agent", everyItem(nullValue()));
    }

    @Test
    void auditorsReadTheNamesAndTheirOwnLookIsRecorded() {
        String id = looked("E20002");
        As.user(Persona.DRISS)
                .get("/v1/persons/" + id + "/looks?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("looks-read"))
                .body("items[0].agent", equalTo("driss"))
                .body("next", notNullValue());
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/looks")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items[0].roles", contains("registry-manager"))
                .body("items.agent", everyItem(nullValue()));
    }

    @Test
    void nobodyElseReadsThem() {
        String id = looked("E20003");
        String other = People.registered("RAB");
        String path = "/v1/persons/" + id + "/looks";
        As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", other)))
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("person-unknown"));
        As.user(Persona.MINA).get(path).then().statusCode(404);
        for (Persona persona :
                List.of(Persona.KHADIJA, Persona.YOUSSEF, Persona.SAMIRA, Persona.SALMA, Persona.NADIA)) {
            As.user(persona).get(path).then().statusCode(403);
        }
    }

    @Test
    void aPersonFoundByNumberIsToldSo() {
        String id = looked("E20004");
        search(Map.of("q", "E20004")).then().body("items.id", hasItem(id));
        As.user(Persona.DRISS)
                .get("/v1/persons/" + id + "/looks")
                .then()
                .body("items[1].kind", equalTo("person-found-by-number"))
                .body("items[1].fields", contains("cin"));
    }

    @Test
    void whereNoRecordCanBeWrittenNothingSensitiveIsAnswered() throws SQLException {
        String id = looked("E20005");
        String reference = RegistryCsv.reference();
        String kept = new RegistryCsv()
                .with(RegistryCsv.person(reference).set("cin", "E20006").set("sex", "X"))
                .send()
                .getString("id");
        List<Supplier<Response>> looks = List.of(
                () -> As.user(Persona.KHADIJA)
                        .header("Riaya-Purpose", "AID_INSTRUCTION")
                        .get("/v1/persons/" + id),
                () -> As.user(Persona.SAMIRA).header("Riaya-Purpose", "PAYMENT").get("/v1/persons/" + id + "/account"),
                () -> search(Map.of("cin", "E20005")),
                () -> search(Map.of("rib", RIB)),
                () -> As.user(Persona.SAMIRA)
                        .header("Riaya-Purpose", "PAYMENT")
                        .body(Map.of(
                                "asOf",
                                "2025-07-01",
                                "groups",
                                List.of(Map.of("category", "RETIRED", "pensionUpTo", "99999.00"))))
                        .post("/v1/candidates"),
                () -> As.user(Persona.DRISS).get("/v1/persons/" + id + "/looks"),
                () -> asked("AID_INSTRUCTION", "/v1/persons/" + id + "/pension?on=2025-07-01"),
                () -> asked("AID_INSTRUCTION", "/v1/persons/" + id + "/history"),
                () -> asked("AID_INSTRUCTION", "/v1/persons/" + id + "/events"),
                () -> As.user(Persona.NADIA)
                        .header("Riaya-Purpose", "STATISTICS")
                        .get("/v1/statistics/pensions?below=1.00"),
                () -> As.once(Persona.LATIFA)
                        .header("Riaya-Purpose", "PERSON_REQUEST")
                        .post("/v1/persons/" + id + "/export"),
                () -> As.user(Persona.LATIFA)
                        .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                        .accept("text/csv, application/problem+json")
                        .get("/v1/imports/" + kept + "/corrections"));
        for (String table : List.of("audit_entry", "agent")) {
            sqlAsOwner("ALTER TABLE " + table + " RENAME TO gone");
            try {
                for (Supplier<Response> look : looks) {
                    Response answer = look.get();
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("look-not-recorded");
                    assertThat(answer.header("Retry-After")).isNotNull();
                    assertThat(answer.asString()).doesNotContain("E2000").doesNotContain(RIB);
                }
            } finally {
                sqlAsOwner("ALTER TABLE gone RENAME TO " + table);
            }
        }
        looks.forEach(look -> assertThat(look.get().statusCode()).isEqualTo(200));
    }

    /** Someone with a number and an account whom an officer and finance have looked at. */
    private static String looked(String cin) {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", cin);
        String id = People.register(body).getString("id");
        People.setAccount(id, RIB);
        Entered.at(
                "/v1/persons/" + id + "/categories",
                Map.of("category", "RETIRED", "from", "2019-01-01", "evidence", "Arrêté 1/2019"));
        As.user(Persona.KHADIJA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200);
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + id + "/account")
                .then()
                .statusCode(200);
        return id;
    }

    private static Response asked(String purpose, String path) {
        return As.user(Persona.KHADIJA).header("Riaya-Purpose", purpose).get(path);
    }

    private static Response search(Map<String, String> body) {
        return As.user(Persona.LATIFA).body(body).post("/v1/persons/search");
    }

    private static void sqlAsOwner(String statement) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
