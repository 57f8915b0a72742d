package ma.riaya.beneficiary.person;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was entitled on a day, as it was known at a moment. */
@QuarkusTest
class TwoTimesApiTest {

    private static final String DAY = "2025-07-01";

    @Test
    void aCorrectionByHandGivesANewAnswerAndLeavesTheOldOne() throws SQLException {
        String reference = reference();
        new RegistryCsv()
                .with(person(reference).set("categories", "WIDOWED_SPOUSE:2019-02-03/"))
                .send();
        String id = RegistryCsv.idOf(reference);
        JsonPath before = categories(id, DAY, null);
        assertThat(before.getList("categories.category")).containsExactly("WIDOWED_SPOUSE");
        String request = As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(Map.of(
                        "category", "WIDOWED_SPOUSE",
                        "from", "2019-02-03",
                        "until", "2024-05-01",
                        "endReason", "REMARRIED",
                        "evidence", "Acte 3/2024",
                        "reason", "زواج جديد"))
                .put("/v1/persons/" + id + "/categories/" + before.getString("categories[0].id"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Approved.byBrahim(request);
        assertThat(categories(id, DAY, null).getList("categories")).isEmpty();
        assertThat(categories(id, DAY, before.getString("knownAt")).getMap("")).isEqualTo(before.getMap(""));
        assertThat(categories(id, "2024-04-30", null).getList("categories.category"))
                .containsExactly("WIDOWED_SPOUSE");
        List<Map<String, @Nullable Object>> history = history(id);
        assertThat(history).hasSize(2);
        assertThat(history.getFirst())
                .containsEntry("what", "WIDOWED_SPOUSE")
                .containsEntry("source", "REGISTRY")
                .containsEntry("until", null);
        assertThat(learnt(history.getFirst(), "known")).containsEntry("cause", "IMPORT");
        assertThat(learnt(history.getFirst(), "superseded"))
                .containsEntry("cause", "ENTRY")
                .containsEntry("about", request)
                .containsEntry("by", Persona.BRAHIM.subject());
        assertThat(history.getLast()).containsEntry("source", "ENTRY").containsEntry("superseded", null);
    }

    @Test
    void aFileThatTakesBackClosesAndLeavesAloneWhatSaysTheSame() throws SQLException {
        String reference = reference();
        String other = reference();
        RegistryCsv.Row row = person(reference)
                .set("categories", "WIDOWED_SPOUSE:2019-02-03/;RETIRED:2015-01-01/")
                .set("pensions", "2019-03-01/:1850.00;2016-01-01/2019-03-01:1700.00")
                .set("links", "SPOUSE:" + other + ":1989-08-17/");
        new RegistryCsv().with(row).with(person(other)).send();
        String id = RegistryCsv.idOf(reference);
        JsonPath before = categories(id, DAY, null);
        new RegistryCsv()
                .with(row.set("categories", "RETIRED:2015-01-01/")
                        .set("pensions", "2019-03-01/:1900.00;2016-01-01/2019-03-01:1700.00")
                        .set("links", "SPOUSE:" + other + ":1989-08-17/2019-02-03"))
                .send();
        JsonPath after = categories(id, DAY, null);
        assertThat(after.getList("categories.category")).containsExactly("RETIRED");
        assertThat(after.getString("categories[0].id"))
                .isEqualTo(before.getString("categories.find { it.category == 'RETIRED' }.id"));
        assertThat(categories(id, DAY, before.getString("knownAt")).getMap("")).isEqualTo(before.getMap(""));
        pension(id, DAY, before.getString("knownAt")).body("pension.amount", equalTo("1850.00"));
        pension(id, DAY, null).body("pension.amount", equalTo("1900.00"));
        links(id, before.getString("knownAt")).body("links.otherId", contains(RegistryCsv.idOf(other)));
        links(id, null).body("links.size()", equalTo(0));
        List<Map<String, @Nullable Object>> history = history(id);
        assertThat(history.stream().filter(fact -> "PENSION".equals(fact.get("fact"))))
                .hasSize(3)
                .allSatisfy(fact -> assertThat(fact).containsEntry("amount", null));
        assertThat(history.stream().filter(fact -> fact.get("superseded") == null))
                .hasSize(4);
        As.user(Persona.DRISS)
                .header("Riaya-Purpose", "AUDIT")
                .get("/v1/persons/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.fact == 'PENSION' && it.superseded != null }.amount.amount",
                        contains("1850.00"));
    }

    @Test
    void aDeathTakenBackWasKnownInBetween() throws SQLException {
        String reference = reference();
        RegistryCsv.Row row = person(reference).set("categories", "RETIRED:2015-01-01/");
        new RegistryCsv().with(row).send();
        String id = RegistryCsv.idOf(reference);
        String alive = categories(id, DAY, null).getString("knownAt");
        new RegistryCsv().with(row.set("death_date", "2025-03-11")).send();
        String dead = categories(id, DAY, null).getString("knownAt");
        Map<String, @Nullable Object> body = new HashMap<>(People.body("ERR"));
        body.put("birthDate", "1960-05-05");
        body.put("evidence", "Acte 51/1960");
        body.put("reason", "خطأ في التاريخ");
        Approved.asked(
                id,
                As.user(Persona.LATIFA)
                        .header("If-Match", People.etag(id))
                        .body(body)
                        .put("/v1/persons/" + id)
                        .then());
        assertThat(categories(id, DAY, alive).getString("deathDate")).isNull();
        assertThat(categories(id, DAY, dead).getString("deathDate")).isEqualTo("2025-03-11");
        assertThat(categories(id, "2025-03-10", dead).getString("deathDate")).isNull();
        assertThat(categories(id, DAY, null).getString("deathDate")).isNull();
        assertThat(history(id).stream().map(fact -> fact.get("fact") + " " + fact.get("from")))
                .contains("DEATH 2025-03-11", "BIRTH 1960-05-04", "BIRTH 1960-05-05");
    }

    @Test
    void candidatesAreAnsweredAsTheyWereKnown() throws SQLException {
        String reference = reference();
        RegistryCsv.Row row = person(reference)
                .set("categories", "INJURED_ON_DUTY:2019-02-03/")
                .set("pensions", "2019-03-01/:1850.00");
        new RegistryCsv().with(row).send();
        JsonPath before = candidates(null);
        new RegistryCsv()
                .with(row.set("categories", "INJURED_ON_DUTY:2019-02-03/2020-01-01")
                        .set("pensions", "2019-03-01/:1.00")
                        .set("death_date", "2025-01-01"))
                .send();
        assertThat(of(candidates(null), reference))
                .containsEntry("categoryUntil", "2020-01-01")
                .containsEntry("deathDate", "2025-01-01");
        JsonPath again = candidates(before.getString("knownAt"));
        assertThat(of(again, reference)).isEqualTo(of(before, reference)).containsEntry("categoryUntil", null);
        assertThat(again.getString("knownAt")).isEqualTo(before.getString("knownAt"));
    }

    @Test
    void refusedByNameOutsideWhatCanBeKnown() throws SQLException {
        String id = People.registered("RAB");
        refused(id, "on=9999-01-01", 422, "day-out-of-bounds");
        refused(id, "knownAt=2999-01-01T00:00:00Z", 422, "known-at-in-the-future");
        refused(id, "knownAt=1999-01-01T00:00:00Z", 422, "known-at-before-memory");
        As.user(Persona.HASSAN).get("/v1/persons/" + id + "/categories").then().statusCode(403);
        As.user(Persona.NOBODY).get("/v1/persons/" + id + "/categories").then().statusCode(403);
        As.user(Persona.MINA).get("/v1/persons/" + id + "/links").then().statusCode(404);
        As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", id)))
                .get("/v1/persons/" + id + "/categories")
                .then()
                .statusCode(200);
        As.user(Persona.MINA).get("/v1/persons/" + id + "/history").then().statusCode(403);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/pension")
                .then()
                .statusCode(400)
                .body("code", equalTo("purpose-missing"));
        pension(id, DAY, null).body("pension", equalTo(null));
        assertThat(People.trail(id, "person-sensitive-read")).isEqualTo(1);
    }

    @Test
    void aLinkIsEndedWithItsReason() {
        String wife = People.registered("RAB");
        Map<String, @Nullable Object> man = People.body("RAB");
        man.put("sex", "M");
        String husband = People.register(man).getString("id");
        String link = Approved.asked(
                        wife,
                        As.once(Persona.KHADIJA)
                                .body(Map.of(
                                        "kind", "SPOUSE",
                                        "personId", husband,
                                        "from", "1989-08-17",
                                        "evidence", "Acte 4/1989",
                                        "reason", "لم يسجل الزواج"))
                                .post("/v1/persons/" + wife + "/links")
                                .then())
                .extract()
                .path("links[0].id");
        Map<String, Object> ended = new HashMap<>(Map.of(
                "kind", "SPOUSE",
                "personId", husband,
                "from", "1989-08-17",
                "until", "2019-02-03",
                "endReason", "DIVORCED",
                "evidence", "Jugement 77/2019",
                "reason", "طلاق"));
        String path = "/v1/persons/" + wife + "/links/" + link;
        As.user(Persona.KHADIJA).body(ended).put(path).then().statusCode(428);
        Approved.asked(
                        wife,
                        As.user(Persona.KHADIJA)
                                .header("If-Match", People.etag(wife))
                                .body(ended)
                                .put(path)
                                .then())
                .body("links[0].endReason", equalTo("DIVORCED"));
        As.user(Persona.KHADIJA)
                .header("If-Match", People.etag(wife))
                .body(ended)
                .put(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("link-unknown"));
        ended.remove("until");
        As.user(Persona.KHADIJA)
                .header("If-Match", People.etag(wife))
                .body(ended)
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("end-reason-without-end"));
        As.user(Persona.FATIMA)
                .header("If-Match", People.etag(wife))
                .body(Map.of(
                        "kind", "SPOUSE",
                        "personId", husband,
                        "from", "1989-08-17",
                        "evidence", "Acte 4/1989",
                        "reason", "x"))
                .put(path)
                .then()
                .statusCode(403);
    }

    private static void refused(String id, String query, int status, String code) {
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/categories?" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static JsonPath categories(String id, String day, @Nullable String knownAt) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/categories?on=" + day + at(knownAt))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse pension(String id, String day, @Nullable String knownAt) {
        return As.user(Persona.DRISS)
                .header("Riaya-Purpose", "AUDIT")
                .get("/v1/persons/" + id + "/pension?on=" + day + at(knownAt))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse links(String id, @Nullable String knownAt) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/links?on=" + DAY + at(knownAt))
                .then()
                .statusCode(200);
    }

    private static String at(@Nullable String knownAt) {
        return knownAt == null ? "" : "&knownAt=" + knownAt;
    }

    /** In pages of one, so that each page begins where the last one ended. */
    private static List<Map<String, @Nullable Object>> history(String id) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = As.user(Persona.LATIFA)
                    .get("/v1/persons/" + id + "/history?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next");
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> learnt(Map<String, @Nullable Object> fact, String which) {
        return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(fact.get(which));
    }

    private static JsonPath candidates(@Nullable String knownAt) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("asOf", DAY);
        body.put("groups", List.of(Map.of("category", "INJURED_ON_DUTY", "pensionUpTo", "5000")));
        body.put("knownAt", knownAt);
        return As.user(Persona.NADIA)
                .header("Riaya-Purpose", "PAYMENT")
                .body(body)
                .post("/v1/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, @Nullable Object> of(JsonPath page, String reference) {
        return page.getMap("items.find { it.reference == '" + reference + "' }");
    }
}
