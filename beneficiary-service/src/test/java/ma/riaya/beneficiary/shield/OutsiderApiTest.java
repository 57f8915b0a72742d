package ma.riaya.beneficiary.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To whoever is outside the unit a shielded person and one who never was are the same, on every route. */
@QuarkusTest
class OutsiderApiTest {

    private static final List<Persona> OUTSIDERS = List.of(
            Persona.KHADIJA,
            Persona.YOUSSEF,
            Persona.NADIA,
            Persona.SAMIRA,
            Persona.DRISS,
            Persona.LATIFA,
            Persona.SALMA);

    @Test
    void everyRouteThatTakesAPersonAnswersAsForNobody() {
        Shielded hidden = Shielded.of("UNSEEN");
        String nobody = UUID.randomUUID().toString();
        String visible = People.registered("RAB");
        String period = UUID.randomUUID().toString();
        for (Persona persona : OUTSIDERS) {
            alike(hidden.id(), nobody, id -> As.user(persona).get("/v1/persons/" + id));
            alike(hidden.id(), nobody, id -> As.user(persona).get("/v1/persons/" + id + "/looks"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> As.user(persona).header("Riaya-Purpose", "PAYMENT").get("/v1/persons/" + id + "/account"));
            for (String part : List.of(
                    "categories",
                    "links",
                    "history",
                    "events",
                    "fallen-relatives",
                    "ages",
                    "payee",
                    "possible-doubles",
                    "correction-requests",
                    "holds")) {
                alike(hidden.id(), nobody, id -> As.user(persona).get("/v1/persons/" + id + "/" + part));
            }
            alike(
                    hidden.id(),
                    nobody,
                    id -> As.user(persona)
                            .header("Riaya-Purpose", "AID_INSTRUCTION")
                            .get("/v1/persons/" + id + "/pension"));
            String retired = "{\"kind\": \"RETIREMENT\", \"day\": \"2024-01-01\", \"evidence\": \"x\"}";
            alike(hidden.id(), nobody, id -> posting(persona, retired, "/v1/persons/" + id + "/events"));
            String married =
                    "{\"kind\": \"MARRIAGE\", \"day\": \"2010-01-01\", \"otherId\": \"%s\", \"evidence\": \"x\"}";
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(persona, married.formatted(id), "/v1/persons/" + visible + "/events"));
            String payee =
                    "{\"payeeId\": \"%s\", \"ground\": \"INCAPABLE\", \"from\": \"2020-01-01\", \"evidence\": \"x\"}";
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(persona, payee.formatted(visible), "/v1/persons/" + id + "/payees"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(persona, payee.formatted(id), "/v1/persons/" + visible + "/payees"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(persona, "{\"said\": \"x\"}", "/v1/persons/" + id + "/correction-requests"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> As.user(persona)
                            .header("If-Match", "\"1\"")
                            .body(Entered.grounded(People.body("RAB")))
                            .put("/v1/persons/" + id));
            alike(
                    hidden.id(),
                    nobody,
                    id -> As.user(persona)
                            .header("If-Match", "\"1\"")
                            .body(Entered.grounded(Map.of("rib", "011519000001205000534921")))
                            .put("/v1/persons/" + id + "/account"));
            String category =
                    "{\"category\": \"RETIRED\", \"from\": \"2020-01-01\", \"evidence\": \"x\", \"reason\": \"x\"}";
            alike(hidden.id(), nobody, id -> posting(persona, category, "/v1/persons/" + id + "/categories"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> As.user(persona)
                            .header("If-Match", "\"1\"")
                            .body(category)
                            .put("/v1/persons/" + id + "/categories/" + period));
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(
                            persona,
                            "{\"from\": \"2020-01-01\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"MAD\"}, \"evidence\": \"x\", \"reason\": \"x\"}",
                            "/v1/persons/" + id + "/pensions"));
            String link =
                    "{\"kind\": \"SPOUSE\", \"personId\": \"%s\", \"from\": \"2001-01-01\", \"evidence\": \"x\", \"reason\": \"x\"}";
            alike(hidden.id(), nobody, id -> posting(persona, link.formatted(visible), "/v1/persons/" + id + "/links"));
            alike(hidden.id(), nobody, id -> posting(persona, link.formatted(id), "/v1/persons/" + visible + "/links"));
            alike(
                    hidden.id(),
                    nobody,
                    id -> posting(
                            persona,
                            "{\"personId\": \"%s\", \"unit\": \"OTHER\", \"reason\": \"x\"}".formatted(id),
                            "/v1/shields"));
            alike(hidden.shield(), period, shield -> posting(persona, "{}", "/v1/shields/" + shield + "/approval"));
        }
        alike(
                hidden.id(),
                nobody,
                id -> As.user(Persona.DRISS).header("Riaya-Purpose", "AUDIT").get("/v1/persons/" + id));
        alike(
                hidden.id(),
                nobody,
                id -> As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", visible)))
                        .get("/v1/persons/" + id));
    }

    @Test
    void noSearchFindsAndNoListCounts() {
        int before = listed();
        Shielded hidden = Shielded.of("QWXYZT");
        assertThat(listed()).isEqualTo(before);
        for (Persona persona : OUTSIDERS) {
            for (String sought :
                    List.of("Zerktouni Qwxyzt", "qwxyzt", "Zerktouny Qwxizt", hidden.cin(), hidden.matricule())) {
                As.user(persona)
                        .body(Map.of("q", sought))
                        .post("/v1/persons/search")
                        .then()
                        .statusCode(200)
                        .body("items.findAll { it.id == '" + hidden.id() + "' }", empty());
            }
            alike(hidden.cin(), "QS99", cin -> searching(persona, "cin", cin));
            alike(hidden.matricule(), "70000001", number -> searching(persona, "matricule", number));
            alike(hidden.rib(), RegistryCsv.rib(), rib -> searching(persona, "rib", rib));
        }
        Shielded.insider(Persona.LATIFA)
                .body(Map.of("rib", hidden.rib()))
                .post("/v1/persons/search")
                .then()
                .body("items.id", contains(hidden.id()));
    }

    @Test
    void theFamilyShowsNoLinkAndASharedAccountNoOther() {
        String spouse = People.registered("RAB");
        String id = People.registered("RAB");
        Entered.at("/v1/persons/" + spouse + "/links", Map.of("kind", "SPOUSE", "personId", id, "from", "2001-01-01"));
        String rib = RegistryCsv.rib();
        People.setAccount(id, rib);
        Shielded.shield(id);
        As.user(Persona.DRISS).get("/v1/persons/" + spouse).then().body("links", empty());
        Shielded.insider(Persona.DRISS).get("/v1/persons/" + spouse).then().body("links.personId", contains(id));
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(spouse))
                .body(Entered.grounded(Map.of("rib", rib)))
                .put("/v1/persons/" + spouse + "/account")
                .then()
                .statusCode(202)
                .body("warnings", empty());
    }

    /** What happened with somebody hidden is not told, wherever it stands; it follows all the same, for whom it concerns. */
    @Test
    void noHistoryNorEventTellsOfThem() {
        String visible = person("M", "1960-01-01");
        String hidden = person("F", "1962-01-01");
        category(visible, "ACTIVE", "1985-01-01");
        event(
                visible,
                "{\"kind\": \"MARRIAGE\", \"day\": \"1990-01-01\", \"otherId\": \"%s\", \"evidence\": \"x\"}"
                        .formatted(hidden));
        As.once(Persona.LATIFA)
                .body("{\"payeeId\": \"%s\", \"ground\": \"INCAPABLE\", \"from\": \"2020-01-01\", \"evidence\": \"x\"}"
                        .formatted(hidden))
                .post("/v1/persons/" + visible + "/payees")
                .then()
                .statusCode(201);
        As.user(Persona.DRISS).get("/v1/persons/" + visible + "/payee").then().body("payeeId", equalTo(hidden));
        Shielded.shield(hidden);
        for (String part : List.of("", "/links?on=2000-01-01", "/history?limit=200", "/events?limit=200", "/payee")) {
            String path = "/v1/persons/" + visible + part;
            assertThat(As.user(Persona.DRISS)
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .as(path)
                    .doesNotContain(hidden);
            assertThat(Shielded.insider(Persona.DRISS).get(path).asString())
                    .as(path)
                    .contains(hidden);
        }
        String copy = As.once(Persona.LATIFA)
                .header("Riaya-Purpose", "PERSON_REQUEST")
                .post("/v1/persons/" + visible + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(copy).doesNotContain(hidden);
        event(visible, "{\"kind\": \"DEATH\", \"manner\": \"ON_DUTY\", \"day\": \"2025-07-01\", \"evidence\": \"x\"}");
        assertThat(As.user(Persona.LATIFA)
                        .get("/v1/persons/" + visible + "/events?limit=200")
                        .asString())
                .doesNotContain(hidden);
        Shielded.insider(Persona.LATIFA)
                .get("/v1/persons/" + hidden + "/categories?on=2025-07-01")
                .then()
                .body("categories.category", contains("WIDOWED_SPOUSE"));
        As.user(Persona.DRISS)
                .get("/v1/persons/" + visible + "/fallen-relatives")
                .then()
                .body("fallen", empty());
    }

    /** A merge or a request that concerns somebody hidden shows on no list, though the other person of it is in sight. */
    @Test
    void noMergeAndNoRequestTellsOfThem() {
        String survivor = person("F", "1951-01-01");
        String gone = person("F", "1951-01-01");
        String merge = Shielded.once(Persona.LATIFA)
                .body(Map.of(
                        "survivor",
                        survivor,
                        "merged",
                        gone,
                        "choices",
                        Map.of(),
                        "dropped",
                        List.of(),
                        "reason",
                        "Saisie deux fois"))
                .post("/v1/merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String visible = person("M", "1950-01-01");
        String hidden = person("F", "1952-01-01");
        String request = As.once(Persona.LATIFA)
                .body(Map.of(
                        "kind",
                        "SPOUSE",
                        "personId",
                        hidden,
                        "from",
                        "1975-01-01",
                        "evidence",
                        "Acte 3/1975",
                        "reason",
                        "لم يسجل الزواج"))
                .post("/v1/persons/" + visible + "/links")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Shielded.shield(survivor);
        Shielded.shield(hidden);
        for (Persona persona : List.of(Persona.BRAHIM, Persona.DRISS)) {
            for (String list : List.of(
                    "/v1/merges?limit=200",
                    "/v1/merges?limit=200&person=" + gone,
                    "/v1/change-requests?limit=200",
                    "/v1/change-requests?limit=200&person=" + visible)) {
                assertThat(As.user(persona)
                                .get(list)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .as("%s to %s", list, persona)
                        .doesNotContain(merge)
                        .doesNotContain(request);
                assertThat(Shielded.insider(persona).get(list).asString())
                        .as("%s to %s of the unit", list, persona)
                        .containsAnyOf(merge, request);
            }
            alike(merge, UUID.randomUUID().toString(), id -> As.user(persona).get("/v1/merges/" + id));
            alike(request, UUID.randomUUID().toString(), id -> As.user(persona).get("/v1/change-requests/" + id));
        }
        As.once(Persona.BRAHIM)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(404);
        Shielded.once(Persona.BRAHIM)
                .header("If-Match", "\"1\"")
                .post("/v1/merges/" + merge + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("merge-shielded-otherwise"));
    }

    /** Neither whoever enters somebody alike nor whoever sends a file of them is told that there is one already. */
    @Test
    void nobodyHiddenIsAPossibleDouble() {
        Shielded hidden = Shielded.of("DOUBLED");
        JsonPath entered = As.once(Persona.KHADIJA)
                .body(Shielded.body("DOUBLED", RegistryCsv.reference(), hidden.cin(), hidden.matricule()))
                .post("/v1/persons")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(entered.getList("actions", String.class)).doesNotContain("see-possible-doubles");
        String path = "/v1/persons/" + entered.getString("id") + "/possible-doubles";
        As.user(Persona.LATIFA)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == '" + hidden.id() + "' }", empty());
        Shielded.insider(Persona.LATIFA).get(path).then().body("items.id", contains(hidden.id()));
        As.user(Persona.LATIFA)
                .body(Map.of("birthDate", "1968-04-21"))
                .post("/v1/persons/search")
                .then()
                .body("items.findAll { it.id == '" + hidden.id() + "' }", empty());
    }

    private static String person(String sex, String birth) {
        Map<String, @Nullable Object> body = body(People.body("RAB"));
        body.put("sex", sex);
        body.put("birthDate", birth);
        return People.register(body).getString("id");
    }

    private static void category(String id, String category, String from) {
        Entered.at("/v1/persons/" + id + "/categories", Map.of("category", category, "from", from));
    }

    private static void event(String id, String body) {
        posting(Persona.LATIFA, body, "/v1/persons/" + id + "/events").then().statusCode(201);
    }

    @Test
    void aCampaignReachesWhomItsMakerSees() {
        Shielded hidden = Shielded.of("CAMPAIGN");
        Entered.at(
                "/v1/persons/" + hidden.id() + "/categories",
                Map.of("category", "INJURED_ON_DUTY", "from", "2020-01-01"),
                Shielded::once);
        assertThat(candidates(As.user(Persona.SAMIRA))).doesNotContain(hidden.id());
        assertThat(candidates(Shielded.insider(Persona.SAMIRA))).contains(hidden.id());
    }

    @Test
    void aSliceOfHiddenPeopleDoesNotEndThePagesEarly() {
        for (int i = 0; i < 3; i++) {
            Entered.at(
                    "/v1/persons/" + Shielded.of("SLICE" + (char) ('A' + i)).id() + "/categories",
                    Map.of("category", "PARENT", "from", "2020-01-01"),
                    Shielded::once);
        }
        String after = People.registered("RAB");
        Entered.at("/v1/persons/" + after + "/categories", Map.of("category", "PARENT", "from", "2020-01-01"));
        JsonPath page = As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .body(
                        "{\"asOf\": \"2025-07-01\", \"limit\": 1000, \"groups\": [{\"category\": \"PARENT\", \"pensionUpTo\": \"1\"}]}")
                .post("/v1/candidates")
                .jsonPath();
        assertThat(page.getList("items.personId")).contains(after);
    }

    @Test
    void enteringSomeoneWithTheSameNumbersEntersSomeoneNew() {
        Shielded hidden = Shielded.of("TWICE");
        String id = As.once(Persona.KHADIJA)
                .body(Shielded.body("TWICE", hidden.reference(), hidden.cin(), hidden.matricule()))
                .post("/v1/persons")
                .then()
                .statusCode(201)
                .body("reference", equalTo(hidden.reference()))
                .extract()
                .jsonPath()
                .getString("id");
        assertThat(id).isNotEqualTo(hidden.id());
        alike(
                hidden.reference(),
                RegistryCsv.reference(),
                reference ->
                        posting(Persona.BRAHIM, body(Shielded.body("TWICE", reference, "QU1", "2")), "/v1/persons"),
                201,
                409);
    }

    @Test
    void aFileOfAnOutsiderMeetsNobodyWhoIsHidden() throws SQLException {
        String reference = RegistryCsv.reference();
        RegistryCsv.Row row = RegistryCsv.person(reference)
                .set("cin", "QV" + (100_000 + Math.floorMod(reference.hashCode(), 900_000)))
                .set("rib", RegistryCsv.rib());
        assertThat(new RegistryCsv().with(row).send().getInt("created")).isEqualTo(1);
        String id = RegistryCsv.idOf(reference);
        Shielded.shield(id);
        JsonPath job =
                new RegistryCsv().with(row.set("given_name_latin", "Soraya")).send();
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("warnings")).isZero();
        JsonPath rows = As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/rows")
                .jsonPath();
        assertThat(rows.getString("items[0].personId")).isNotEqualTo(id);
        assertThat(new RegistryCsv().with(row).send().getInt("unchanged")).isEqualTo(1);
        assertThat(givenNames(id)).isEqualTo("Souad");
        As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/lines")
                .then()
                .body("items", empty());
    }

    @Test
    void aFileOfAnInsiderMeetsThemAndIsTheInsidersAlone() throws SQLException {
        String reference = RegistryCsv.reference();
        RegistryCsv.Row row = RegistryCsv.person(reference);
        JsonPath first = new RegistryCsv().with(row).send();
        String id = RegistryCsv.idOf(reference);
        Shielded.shield(id);
        As.user(Persona.LATIFA)
                .get("/v1/imports/" + first.getString("id") + "/rows")
                .then()
                .body("items", empty());
        String location = Shielded.once(Persona.LATIFA)
                .contentType("text/csv")
                .body(new RegistryCsv()
                        .with(row.set("given_name_latin", "Soraya"))
                        .bytes())
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/v1/"));
        String unknown = "/v1/imports/" + UUID.randomUUID();
        for (String part : List.of("", "/rows", "/lines")) {
            alike(
                    path.substring(12),
                    unknown.substring(12),
                    job -> As.user(Persona.DRISS).get("/v1/imports/" + job + part));
        }
        String state = "";
        for (int i = 0; i < 300 && !state.equals("DONE"); i++) {
            state = Shielded.insider(Persona.LATIFA).get(path).jsonPath().getString("state");
            pause();
        }
        assertThat(Shielded.insider(Persona.LATIFA).get(path).jsonPath().getInt("updated"))
                .isEqualTo(1);
        assertThat(givenNames(id)).isEqualTo("Soraya");
    }

    /** Whoever asks the tables without saying who asks sees nobody shielded, and cannot lend themselves a unit for longer than a transaction. */
    @Test
    void theDatabaseHidesThemFromWhoeverForgetsToSayWhoAsks() throws SQLException {
        Shielded hidden = Shielded.of("BARRIER");
        try (Connection app = Postgres.asApp();
                var sql = app.createStatement()) {
            String count = "SELECT count(*) FROM person WHERE id = '" + hidden.id() + "'";
            assertThat(one(sql.executeQuery(count))).isEqualTo("0");
            app.setAutoCommit(false);
            sql.execute("SELECT set_config('riaya.units', '" + Shielded.UNIT + "', true)");
            assertThat(one(sql.executeQuery(count))).isEqualTo("1");
            app.commit();
            assertThat(one(sql.executeQuery(count))).isEqualTo("0");
            app.rollback();
        }
    }

    /** The connections of the pool pass from an insider to outsiders: none takes the sight along. */
    @Test
    void noConnectionKeepsTheSightOfAnInsider() {
        Shielded hidden = Shielded.of("POOLED");
        for (int i = 0; i < 60; i++) {
            Shielded.insider(Persona.DRISS)
                    .get("/v1/persons/" + hidden.id())
                    .then()
                    .statusCode(200);
            As.user(Persona.DRISS).get("/v1/persons/" + hidden.id()).then().statusCode(404);
        }
    }

    private static void alike(String hidden, String nobody, Function<String, Response> call) {
        assertThat(seen(call.apply(hidden), hidden)).isEqualTo(seen(call.apply(nobody), nobody));
    }

    /** The same for a call that creates something: the first of each kind is new, and repeated it conflicts alike. */
    private static void alike(String hidden, String nobody, Function<String, Response> call, int first, int second) {
        assertThat(call.apply(nobody).statusCode()).isEqualTo(first);
        Response again = call.apply(nobody);
        assertThat(again.statusCode()).isEqualTo(second);
        assertThat(seen(call.apply(hidden), hidden)).isEqualTo(seen(again, nobody));
    }

    /** All that an answer tells, without what differs from one call to the next. */
    private static String seen(Response answer, String asked) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !List.of("date", "x-request-id")
                        .contains(header.getName().toLowerCase(java.util.Locale.ROOT)))
                .map(header -> header.getName() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        String body =
                answer.asString().replace(asked, "ASKED").replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\"");
        return answer.statusCode() + "\n" + headers + "\n" + body;
    }

    private static Response posting(Persona persona, Object body, String path) {
        return As.once(persona).body(body).post(path);
    }

    private static Map<String, @Nullable Object> body(Map<String, @Nullable Object> body) {
        return new LinkedHashMap<>(body);
    }

    private static Response searching(Persona persona, String by, String value) {
        return As.user(persona).body(Map.of(by, value)).post("/v1/persons/search");
    }

    private static int listed() {
        int count = 0;
        String cursor = null;
        do {
            JsonPath page = As.user(Persona.DRISS)
                    .get("/v1/persons?office=RAB&limit=200" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            count += page.getList("items").size();
            cursor = page.getString("next");
        } while (cursor != null);
        return count;
    }

    private static List<String> candidates(RequestSpecification finance) {
        return finance.header("Riaya-Purpose", "PAYMENT")
                .body(
                        "{\"asOf\": \"2025-07-01\", \"groups\": [{\"category\": \"INJURED_ON_DUTY\", \"pensionUpTo\": \"99999.00\"}]}")
                .post("/v1/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.personId");
    }

    private static String givenNames(String id) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            return one(sql.executeQuery("SELECT given_name_latin FROM person WHERE id = '" + id + "'"));
        }
    }

    private static String one(ResultSet rows) throws SQLException {
        try (rows) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
