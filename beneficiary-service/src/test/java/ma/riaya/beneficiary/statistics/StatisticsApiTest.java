package ma.riaya.beneficiary.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts of offices that no other test uses, so that they are exact. */
@QuarkusTest
class StatisticsApiTest {

    @Test
    void personsAreCountedByCategoryOfficeAndAge() {
        for (int i = 0; i < 5; i++) {
            retired("TAZ", "1950-01-01", i + "000.00");
        }
        retired("TAZ", "2020-05-04", "100.00");
        JsonPath counts = ask(Persona.NADIA, "/persons?by=category,age&office=TAZ")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(count(counts, "it.of.category == 'RETIRED' && it.of.age == '75+'"))
                .isEqualTo(5);
        assertThat(count(counts, "it.of.category == 'RETIRED' && it.of.age == '06-15'"))
                .isEqualTo(1);
        JsonPath offices = ask(Persona.DRISS, "/persons?by=office")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(count(offices, "it.of.office == 'TAZ'")).isEqualTo(6);
        String token = IdentityProvider.token(Persona.YOUSSEF, Map.of("office", "TAZ"));
        JsonPath own = As.withToken(token)
                .get("/v1/statistics/persons?by=category,age")
                .then()
                .statusCode(200)
                .body("office", equalTo("TAZ"))
                .extract()
                .jsonPath();
        assertThat(count(own, "it.of.age == '75+'")).isEqualTo(5);
        assertThat(own.getBoolean("items.find { it.of.age == '06-15' }.suppressed"))
                .isTrue();
        assertThat(own.getString("items.find { it.of.age == '06-15' }.persons")).isNull();
        As.withToken(token).get("/v1/statistics/persons?office=RAB").then().statusCode(403);
        ask(Persona.NADIA, "/persons?by=shoe-size")
                .statusCode(400)
                .body("code", equalTo("statistics-dimension-unknown"));
        ask(Persona.NADIA, "/persons?by=office,office").statusCode(400);
        ask(Persona.NADIA, "/persons?by=office,age,sex").statusCode(400);
        ask(Persona.MINA, "/persons").statusCode(403);
    }

    @Test
    void pensionsBelowAThresholdAreCountedForAPurposeAndRecordedAsOneLook() throws SQLException {
        retired("KEN", "1950-01-01", "1999.99");
        retired("KEN", "1951-01-01", "2000.00");
        retired("KEN", "1952-01-01", "500.00");
        long before = looks();
        pensions(Persona.NADIA, "STATISTICS", "2000.00")
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].of.category", equalTo("RETIRED"))
                .body("items[0].persons", equalTo(2));
        assertThat(looks()).isEqualTo(before + 1);
        pensions(Persona.NADIA, "", "2000.00").statusCode(400).body("code", equalTo("purpose-missing"));
        pensions(Persona.NADIA, "PAYMENT", "2000.00").statusCode(403).body("code", equalTo("purpose-not-covering"));
        pensions(Persona.NADIA, "STATISTICS", "much").statusCode(422).body("code", equalTo("amount-unreadable"));
        pensions(Persona.KHADIJA, "STATISTICS", "2000.00").statusCode(403);
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("ALTER TABLE audit_entry RENAME TO gone");
            try {
                pensions(Persona.NADIA, "STATISTICS", "2000.00")
                        .statusCode(503)
                        .body("code", equalTo("look-not-recorded"))
                        .body("items", nullValue());
            } finally {
                sql.execute("ALTER TABLE gone RENAME TO audit_entry");
            }
        }
    }

    @Test
    void whatIsMissingIsCounted() {
        Map<String, @Nullable Object> whole = People.body("NAD");
        whole.put("cin", "S10001");
        whole.put("province", "MA-NAD");
        People.setAccount(People.register(whole).getString("id"), "011519000001205000534921");
        Map<String, @Nullable Object> unverified = People.body("NAD");
        unverified.put("cin", "1234-?");
        People.register(unverified);
        People.register(People.body("NAD"));
        JsonPath missing = ask(Persona.SALMA, "/missing?office=NAD")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(count(missing, "it.of.missing == 'account'")).isEqualTo(2);
        assertThat(count(missing, "it.of.missing == 'cin'")).isEqualTo(1);
        assertThat(count(missing, "it.of.missing == 'cin-unverified'")).isEqualTo(1);
        assertThat(count(missing, "it.of.missing == 'province'")).isEqualTo(2);
        Map<String, @Nullable Object> nowhere = People.body(null);
        nowhere.put("province", "MA-GUE");
        int before = ofGuelmim();
        People.register(nowhere);
        assertThat(ofGuelmim()).isEqualTo(before + 1);
        As.withToken(IdentityProvider.token(Persona.YOUSSEF, Map.of("office", "NAD")))
                .get("/v1/statistics/missing")
                .then()
                .statusCode(200)
                .body("items.findAll { it.of.missing == 'cin' }.persons", everyItem(nullValue()));
        ask(Persona.KHADIJA, "/provinces-without-office").statusCode(403);
    }

    private static int ofGuelmim() {
        JsonPath provinces = ask(Persona.SALMA, "/provinces-without-office")
                .statusCode(200)
                .extract()
                .jsonPath();
        Integer found = provinces.get("items.find { it.of.province == 'MA-GUE' }?.persons");
        return found == null ? 0 : found;
    }

    private static void retired(String office, String birthDate, String pension) {
        Map<String, @Nullable Object> body = People.body(office);
        body.put("birthDate", birthDate);
        String id = People.register(body).getString("id");
        Entered.at("/v1/persons/" + id + "/categories", Map.of("category", "RETIRED", "from", "2021-01-01"));
        Entered.at(
                "/v1/persons/" + id + "/pensions",
                Map.of("from", "2021-01-01", "amount", Map.of("amount", pension, "currency", "MAD")));
    }

    private static ValidatableResponse ask(Persona persona, String path) {
        return As.user(persona).get("/v1/statistics" + path).then();
    }

    private static ValidatableResponse pensions(Persona persona, String purpose, String below) {
        return As.user(persona)
                .header("Riaya-Purpose", purpose)
                .get("/v1/statistics/pensions?office=KEN&below=" + below)
                .then();
    }

    private static int count(JsonPath counts, String which) {
        return counts.getInt("items.find { " + which + " }.persons");
    }

    private static long looks() throws SQLException {
        try (Connection app = Postgres.asApp();
                ResultSet row = app.createStatement()
                        .executeQuery("SELECT count(*) FROM audit_entry WHERE action = 'statistics-read'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
