package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Persons entered, read and corrected, by those who may. */
@QuarkusTest
class PersonApiTest {

    @Test
    void anOfficerEntersAPersonOfTheOwnOffice() throws SQLException {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "a 914240");
        body.put("birthDate", "1958-08-19");
        JsonPath person = As.once(Persona.KHADIJA)
                .body(body)
                .post("/v1/persons")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("reference", matchesPattern("RY-\\d{6}"))
                .body("cin", equalTo("A••••40"))
                .body("cinVerified", equalTo(true))
                .body("masked", contains("cin", "pension", "account"))
                .body("actions", contains("change", "add-link", "change-account", "record-event"))
                .extract()
                .jsonPath();
        assertThat(People.trail(person.getString("id"), "person-registered")).isEqualTo(1);
    }

    @Test
    void eachRefusalOfAnIdentityHasItsName() {
        refusedToEnter("office", "XXX", 422, "office-unknown");
        refusedToEnter("birthDate", "2150-01-01", 422, "birth-date-in-the-future");
        refusedToEnter("birthDate", "0000-01-01", 422, "date-out-of-bounds");
        refusedToEnter("birthDate", "9999-12-31", 422, "birth-date-in-the-future");
        refusedToEnter("birthDate", "-9999-01-01", 400, "body-malformed");
        refusedToEnter("birthDate", "+999999999-01-01", 400, "body-malformed");
        refusedToEnter("deathDate", "2150-01-01", 422, "death-date-in-the-future");
        refusedToEnter("deathDate", "1950-01-01", 422, "death-before-birth");
        refusedToEnter("cin", "A••••40", 422, "cin-masked");
        refusedToEnter("familyNameAr", " ", 422, "body-invalid");
        refusedToEnter("sex", "X", 400, "body-malformed");
        refusedToEnter("colour", "blue", 400, "body-unknown-field");
        String taken = "T-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("reference", taken);
        People.register(body);
        refusedToEnter("reference", taken, 409, "reference-taken");
    }

    /** Whoever chose a word that is not known is told the known ones. */
    @Test
    void anUnknownChoiceIsRefusedWithTheKnownOnes() {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("sex", "X");
        As.once(Persona.LATIFA)
                .header("Accept-Language", "fr")
                .body(body)
                .post("/v1/persons")
                .then()
                .body("violations[0].field", equalTo("sex"))
                .body("violations[0].code", equalTo("unknown-choice"))
                .body("violations[0].message", equalTo("Choisissez l’une des valeurs suivantes : F, M."));
    }

    @Test
    void aDateOutsideAllBoundsIsRefusedByName() {
        String id = People.registered("ERR");
        String other = People.registered("ERR");
        for (String body : List.of(
                "/categories {'category': 'RETIRED', 'from': '9999-12-31', 'evidence': 'x', 'reason': 'y'}",
                "/categories {'category': 'RETIRED', 'from': '2020-01-01', 'until': '9999-12-31', 'evidence': 'x', 'reason': 'y'}",
                "/pensions {'from': '0000-01-01', 'amount': {'amount': '1.00', 'currency': 'MAD'}, 'evidence': 'x', 'reason': 'y'}",
                "/links {'kind': 'SPOUSE', 'personId': '" + other
                        + "', 'from': '1799-12-31', 'evidence': 'x', 'reason': 'y'}")) {
            As.once(Persona.LATIFA)
                    .body(body.substring(body.indexOf('{')).replace('\'', '"'))
                    .post("/v1/persons/" + id + body.substring(0, body.indexOf(' ')))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("date-out-of-bounds"));
        }
    }

    @Test
    void anOfficerLinksOnlyPersonsInReach() {
        String own = People.registered("ERR");
        String elsewhere = People.registered("RAB");
        String link =
                "{\"kind\": \"SPOUSE\", \"personId\": \"%s\", \"from\": \"2001-01-01\", \"evidence\": \"x\", \"reason\": \"y\"}";
        As.once(Persona.FATIMA)
                .body(link.formatted(elsewhere))
                .post("/v1/persons/" + own + "/links")
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        As.once(Persona.FATIMA)
                .body(link.formatted(People.registered(null)))
                .post("/v1/persons/" + own + "/links")
                .then()
                .statusCode(202);
        As.once(Persona.LATIFA)
                .body(link.formatted(elsewhere))
                .post("/v1/persons/" + own + "/links")
                .then()
                .statusCode(202);
    }

    @Test
    void anOfficerKeepsToTheOwnOffice() {
        As.once(Persona.KHADIJA)
                .body(People.body("ERR"))
                .post("/v1/persons")
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"));
        String elsewhere = People.registered("ERR");
        As.user(Persona.KHADIJA)
                .get("/v1/persons/" + elsewhere)
                .then()
                .statusCode(403)
                .body("code", equalTo("office-out-of-reach"))
                .body("parameters.office", equalTo("ERR"));
        As.user(Persona.HASSAN).get("/v1/persons/" + elsewhere).then().statusCode(200);
        As.user(Persona.DRISS)
                .get("/v1/persons/" + elsewhere)
                .then()
                .statusCode(200)
                .body("actions", empty());
        String without = People.registered(null);
        As.user(Persona.KHADIJA).get("/v1/persons/" + without).then().statusCode(200);
    }

    @Test
    void aFamilySeesItselfAlone() {
        String mina = People.registered("RAB");
        String other = People.registered("RAB");
        String token = IdentityProvider.token(Persona.MINA, Map.of("person", mina));
        As.withToken(token)
                .get("/v1/persons/" + mina)
                .then()
                .statusCode(200)
                .body("id", equalTo(mina))
                .body("actions", empty());
        As.withToken(token).get("/v1/persons/" + other).then().statusCode(404).body("code", equalTo("person-unknown"));
        As.user(Persona.MINA).get("/v1/persons/" + mina).then().statusCode(404);
        As.withToken(token).get("/v1/persons").then().statusCode(403);
        As.user(Persona.NOBODY).get("/v1/persons/" + mina).then().statusCode(403);
        As.anonymous().get("/v1/persons/" + mina).then().statusCode(401);
        As.user(Persona.DRISS).get("/v1/persons/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPurposeOpensWhatIsSealedAndLeavesARecord() throws SQLException {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "A77001");
        String id = People.register(body).getString("id");
        People.setAccount(id, "011519000001205000534921");
        Approved.asked(
                        id,
                        pension(
                                id,
                                "\"from\": \"2020-01-01\", \"amount\": {\"amount\": \"1965.5\", \"currency\": \"MAD\"}"))
                .body("pension", nullValue());
        As.user(Persona.KHADIJA)
                .get("/v1/persons/" + id)
                .then()
                .body("cin", equalTo("A•••01"))
                .body("pension", nullValue())
                .body("account.ibanMasked", equalTo("MA64 •••• •••• 4921"))
                .body("account.iban", nullValue());
        assertThat(People.trail(id, "person-sensitive-read")).isZero();
        As.user(Persona.KHADIJA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/persons/" + id)
                .then()
                .body("cin", equalTo("A77001"))
                .body("pension.amount", equalTo("1965.50"))
                .body("pension.currency", equalTo("MAD"))
                .body("account.iban", nullValue())
                .body("masked", contains("account"));
        As.user(Persona.DRISS)
                .header("Riaya-Purpose", "AUDIT")
                .get("/v1/persons/" + id)
                .then()
                .body("account.iban", equalTo("MA64011519000001205000534921"));
        assertThat(People.trail(id, "person-sensitive-read")).isEqualTo(2);
        As.user(Persona.KHADIJA)
                .header("Riaya-Purpose", "CURIOSITY")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(400)
                .body("code", equalTo("purpose-unknown"));
    }

    @Test
    void withoutARecordThereIsNoAnswer() throws SQLException {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "A77002");
        String id = People.register(body).getString("id");
        sqlAsOwner("REVOKE INSERT ON audit_entry FROM " + Postgres.APP);
        try {
            String answer = As.user(Persona.KHADIJA)
                    .header("Riaya-Purpose", "AID_INSTRUCTION")
                    .get("/v1/persons/" + id)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("code", equalTo("look-not-recorded"))
                    .extract()
                    .asString();
            assertThat(answer).doesNotContain("A77002");
        } finally {
            sqlAsOwner("GRANT INSERT ON audit_entry TO " + Postgres.APP);
        }
    }

    @Test
    void aCorrectionNamesTheVersionSeen() throws SQLException {
        String id = People.registered("RAB");
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("givenNameLatin", "Nouzha");
        change(Persona.KHADIJA, id, "\"1\"", body)
                .statusCode(422)
                .body("code", equalTo("change-grounds-missing"))
                .body("parameters.field", equalTo("evidence"));
        body.put("evidence", "Acte de naissance 7");
        body.put("reason", "كتب الاسم خطأ");
        change(Persona.KHADIJA, id, null, body).statusCode(428);
        change(Persona.KHADIJA, id, "\"7\"", body).statusCode(412);
        Approved.asked(id, change(Persona.KHADIJA, id, "\"1\"", body))
                .header("ETag", "\"2\"")
                .body("givenNameLatin", equalTo("Nouzha"));
        change(Persona.KHADIJA, id, "\"1\"", body).statusCode(412).body("code", equalTo("changed-meanwhile"));
        assertThat(People.trail(id, "person-changed")).isEqualTo(1);
        body.put("reference", "ANOTHER-1");
        change(Persona.KHADIJA, id, "\"2\"", body).statusCode(409).body("code", equalTo("reference-taken"));
    }

    @Test
    void whatMovesRightsWantsARegistryManager() {
        String id = People.registered("RAB");
        Map<String, @Nullable Object> dead = People.body("RAB");
        dead.put("deathDate", "2024-02-03");
        change(Persona.KHADIJA, id, "\"1\"", dead)
                .statusCode(403)
                .body("code", equalTo("field-needs-registry-manager"))
                .body("parameters.field", equalTo("deathDate"));
        change(Persona.KHADIJA, id, "\"1\"", People.body("ERR"))
                .statusCode(403)
                .body("parameters.field", equalTo("office"));
        change(Persona.BRAHIM, id, "\"1\"", dead).statusCode(200).body("deathDate", equalTo("2024-02-03"));
        String without = People.registered(null);
        change(Persona.KHADIJA, without, "\"1\"", People.body("RAB")).statusCode(200);
        As.once(Persona.KHADIJA)
                .body(dead)
                .post("/v1/persons")
                .then()
                .statusCode(403)
                .body("code", equalTo("field-needs-registry-manager"));
    }

    @Test
    void aNumberLeftOutStaysAsItWas() {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "A77003");
        String id = People.register(body).getString("id");
        change(Persona.KHADIJA, id, "\"1\"", People.body("RAB")).statusCode(200).body("cin", equalTo("A•••03"));
    }

    @Test
    void categoriesAreHeldForPeriodsThatDoNotOverlap() throws SQLException {
        String id = People.registered("RAB");
        Approved.asked(id, category(id, "\"from\": \"2019-02-03\""))
                .body("categories[0].category", equalTo("WIDOWED_SPOUSE"));
        category(id, "\"from\": \"2024-01-01\"").statusCode(409).body("code", equalTo("category-overlaps"));
        Approved.asked(
                id, category(id, "\"from\": \"2018-01-01\", \"until\": \"2019-02-03\", \"endReason\": \"REMARRIED\""));
        category(id, "\"from\": \"2016-01-01\", \"until\": \"2015-01-01\"")
                .statusCode(422)
                .body("code", equalTo("period-ends-before-it-begins"));
        category(id, "\"from\": \"2016-01-01\", \"endReason\": \"REMARRIED\"")
                .statusCode(422)
                .body("code", equalTo("end-reason-without-end"));
        JsonPath person = As.user(Persona.LATIFA).get("/v1/persons/" + id).jsonPath();
        String period = person.getString("categories.find { it.from == '2019-02-03' }.id");
        String end = """
                {"category": "WIDOWED_SPOUSE", "from": "2019-02-03", "until": "2024-05-01", "endReason": "REMARRIED", "evidence": "Acte 3/2024", "reason": "زواج جديد"}
                """;
        Approved.asked(
                        id,
                        As.user(Persona.LATIFA)
                                .header("If-Match", People.etag(id))
                                .body(end)
                                .put("/v1/persons/" + id + "/categories/" + period)
                                .then())
                .body("categories[1].endReason", equalTo("REMARRIED"));
        // What was corrected is known under a new id from then on.
        period = As.user(Persona.LATIFA)
                .get("/v1/persons/" + id)
                .jsonPath()
                .getString("categories.find { it.until == '2024-05-01' }.id");
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(end.replace("2019-02-03", "2018-06-01"))
                .put("/v1/persons/" + id + "/categories/" + period)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-overlaps"));
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(end)
                .put("/v1/persons/" + id + "/categories/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("category-period-unknown"));
        assertThat(People.trail(id, "category-changed")).isEqualTo(1);
    }

    @Test
    void aNewPensionTakesThePlaceOfTheOneThatRuns() {
        String id = People.registered("RAB");
        Approved.asked(
                id, pension(id, "\"from\": \"2020-01-01\", \"amount\": {\"amount\": \"1790\", \"currency\": \"MAD\"}"));
        Approved.asked(
                id,
                pension(id, "\"from\": \"2023-01-01\", \"amount\": {\"amount\": \"1965.50\", \"currency\": \"MAD\"}"));
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + id)
                .then()
                .body("pension.amount", equalTo("1965.50"));
        refusedPension(id, "2021-01-01", "1", "MAD", 409, "pension-overlaps");
        refusedPension(id, "2030-01-01", "-1.00", "MAD", 422, "amount-negative");
        refusedPension(id, "2030-01-01", "1.005", "MAD", 422, "amount-too-fine");
        refusedPension(id, "2030-01-01", "much", "MAD", 422, "amount-unreadable");
        refusedPension(id, "2030-01-01", "1.00", "EUR", 422, "currency-not-mad");
    }

    @Test
    void anOfficerLinksAFamily() {
        Map<String, @Nullable Object> young = People.body("RAB");
        young.put("birthDate", "1990-06-30");
        String child = People.register(young).getString("id");
        String mother = People.registered("RAB");
        Approved.asked(child, link(child, mother)).body("links[0].personId", equalTo(mother));
        link(child, mother).statusCode(409).body("code", equalTo("link-overlaps"));
        link(child, child).statusCode(422).body("code", equalTo("link-to-self"));
        link(child, UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("person-unknown"));
        String elsewhere = People.registered("ERR");
        link(elsewhere, child).statusCode(403).body("code", equalTo("office-out-of-reach"));
    }

    @Test
    void onlyARegistryManagerChangesPensionsAndCategories() {
        String id = People.registered("RAB");
        for (Persona other : new Persona[] {
            Persona.KHADIJA, Persona.YOUSSEF, Persona.SAMIRA, Persona.NADIA, Persona.SALMA, Persona.DRISS
        }) {
            for (String part : new String[] {"pensions", "categories"}) {
                As.once(other)
                        .body("{}")
                        .post("/v1/persons/" + id + "/" + part)
                        .then()
                        .statusCode(403);
            }
        }
        for (Persona other : new Persona[] {Persona.SAMIRA, Persona.NADIA, Persona.SALMA, Persona.DRISS}) {
            As.once(other).body(People.body("RAB")).post("/v1/persons").then().statusCode(403);
            As.user(other)
                    .header("If-Match", "\"1\"")
                    .body(Map.of("rib", "011519000001205000534921"))
                    .put("/v1/persons/" + id + "/account")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
            As.once(other)
                    .body("{}")
                    .post("/v1/persons/" + id + "/links")
                    .then()
                    .statusCode(403);
        }
    }

    private static void refusedToEnter(String field, String value, int status, String code) {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put(field, value);
        As.once(Persona.LATIFA)
                .body(body)
                .post("/v1/persons")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("title", not(equalTo(code + ".title")));
    }

    private static ValidatableResponse change(
            Persona persona, String id, @Nullable String version, Map<String, @Nullable Object> body) {
        var call = As.user(persona).body(body);
        return (version == null ? call : call.header("If-Match", version))
                .put("/v1/persons/" + id)
                .then();
    }

    private static ValidatableResponse category(String id, String period) {
        return As.once(Persona.LATIFA)
                .body("{\"category\": \"WIDOWED_SPOUSE\", \"evidence\": \"Acte 12/2019\", \"reason\": \"وفاة الزوج\", "
                        + period + "}")
                .post("/v1/persons/" + id + "/categories")
                .then();
    }

    private static ValidatableResponse pension(String id, String said) {
        return As.once(Persona.LATIFA)
                .body("{" + said + ", \"evidence\": \"Avis 17\", \"reason\": \"رفع المعاش\"}")
                .post("/v1/persons/" + id + "/pensions")
                .then();
    }

    private static void refusedPension(
            String id, String from, String amount, String currency, int status, String code) {
        pension(
                        id,
                        "\"from\": \"%s\", \"until\": \"2031-01-01\", \"amount\": {\"amount\": \"%s\", \"currency\": \"%s\"}"
                                .formatted(from, amount, currency))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static ValidatableResponse link(String child, String mother) {
        return As.once(Persona.KHADIJA)
                .body(Map.of(
                        "kind", "CHILD",
                        "personId", mother,
                        "from", "2001-01-01",
                        "evidence", "Acte 5/1990",
                        "reason", "لم تسجل القرابة"))
                .post("/v1/persons/" + child + "/links")
                .then();
    }

    private static void sqlAsOwner(String statement) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
