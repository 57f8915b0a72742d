package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static ma.riaya.beneficiary.intake.RegistryCsv.rib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Latifa sends files of the registry, good ones and bad ones. */
@QuarkusTest
class ImportApiTest {

    @Test
    void aFamilyIsTakenInWithItsLinks() throws SQLException {
        String widow = reference();
        String husband = reference();
        String account = rib();
        JsonPath job = new RegistryCsv()
                .with(person(widow)
                        .set("cin", "ui 1٤٢33")
                        .set("given_name_ar", "فاطمة الزهراء")
                        .set("family_name_ar", "آيت بن حدو")
                        .set("given_name_latin", "Fatima Zahra")
                        .set("family_name_latin", "AIT BENHADDOU")
                        .set("categories", "SPOUSE:1989-08-17/2019-02-03:WIDOWED;WIDOWED_SPOUSE:2019-02-03/")
                        .set("pensions", "2019-03-01/2023-01-01:1790.00;2023-01-01/:1850.00")
                        .set("rib", account)
                        .set("links", "SPOUSE:" + husband + ":1989-08-17/2019-02-03"))
                .with(person(husband)
                        .set("sex", "M")
                        .set("matricule", "148271")
                        .set("death_date", "2019-02-03")
                        .set("links", "SPOUSE:" + widow + ":1989-08-17/2019-02-03"))
                .send();

        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("rowsDone")).isEqualTo(2);
        assertThat(job.getInt("warnings")).isZero();
        String id = idOf(widow);
        As.user(Persona.FATIMA)
                .header("Riaya-Purpose", "AID_INSTRUCTION")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("cin", equalTo("UI14233"))
                .body("cinVerified", equalTo(true))
                .body("familyNameAr", equalTo("آيت بن حدو"))
                .body("categories.category", equalTo(List.of("SPOUSE", "WIDOWED_SPOUSE")))
                .body("categories[0].endReason", equalTo("WIDOWED"))
                .body("categories[1].until", nullValue())
                .body("pension.amount", equalTo("1850.00"))
                .body("links[0].kind", equalTo("SPOUSE"))
                .body("links[0].personId", equalTo(idOf(husband)));
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + id + "/account")
                .then()
                .statusCode(200)
                .body("iban", equalTo("MA64" + account))
                .body("holder", equalTo("Fatima Zahra AIT BENHADDOU"));
    }

    @Test
    void theSameFileAgainTouchesNothing() throws SQLException {
        String reference = reference();
        RegistryCsv file =
                new RegistryCsv().with(person(reference).set("cin", "AB1").set("pensions", "2020-01-01/:10.00"));
        file.send();
        String before = rowOf(reference);
        JsonPath again = file.send();
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(again.getInt("created") + again.getInt("updated")).isZero();
        assertThat(rowOf(reference)).isEqualTo(before);
    }

    @Test
    void aChangedRowChangesThePersonAndAnEmptyFieldLeavesWhatStands() throws SQLException {
        String reference = reference();
        String account = rib();
        new RegistryCsv()
                .with(person(reference).set("cin", "AB2").set("rib", account).set("pensions", "2020-01-01/:10.00"))
                .send();
        JsonPath job = new RegistryCsv()
                .with(person(reference)
                        .set("given_name_latin", "Soad")
                        .set("pensions", "2020-01-01/2024-01-01:10.00;2024-01-01/:12.50"))
                .send();
        assertThat(job.getInt("updated")).isEqualTo(1);
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("givenNameLatin", equalTo("Soad"))
                .body("cin", equalTo("AB2"))
                .body("pension.amount", equalTo("12.50"))
                .body("account.iban", equalTo("MA64" + account));
    }

    @Test
    void aWrongRibIsRefusedAndThePersonTakenIn() throws SQLException {
        String reference = reference();
        String good = rib();
        String wrong = good.substring(0, 22) + (good.endsWith("01") ? "02" : "01");
        JsonPath job =
                new RegistryCsv().with(person(reference).set("rib", wrong)).send();
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("warnings")).isEqualTo(1);
        lines(job, "warning")
                .body("items.size()", equalTo(1))
                .body("items[0].code", equalTo("rib-key-wrong"))
                .body("items[0].line", equalTo(2))
                .body("items[0].reference", equalTo(reference))
                .body("items[0].title", equalTo("The key of the RIB is wrong"));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("account", nullValue())
                .body("accountProblem", equalTo("rib-key-wrong"));
        new RegistryCsv().with(person(reference).set("rib", good)).send();
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("account.ibanMasked", containsString(good.substring(20)))
                .body("accountProblem", nullValue());
    }

    @Test
    void eachBadRowIsRefusedByNameAndTheOthersAreTakenIn() {
        String good = reference();
        JsonPath job = new RegistryCsv()
                .with(person(good))
                .withLine("only,three,columns")
                .with(person(""))
                .with(person(good))
                .with(person(reference()).set("family_name_latin", ""))
                .with(person(reference()).set("sex", "X"))
                .with(person(reference()).set("birth_date", "1960-02-30"))
                .with(person(reference()).set("birth_date", "2150-01-01"))
                .with(person(reference()).set("death_date", "1950-01-01"))
                .with(person(reference()).set("office", "XXX"))
                .with(person(reference()).set("categories", "QUEEN:2019-01-01/"))
                .with(person(reference()).set("categories", "WIDOWED_SPOUSE 2019"))
                .with(person(reference()).set("categories", "ORPHAN:2019-01-01/2018-01-01"))
                .with(person(reference()).set("categories", "ORPHAN:2019-01-01/;ORPHAN:2020-01-01/"))
                .with(person(reference()).set("pensions", "2019-01-01/:-1.00"))
                .with(person(reference()).set("pensions", "2019-01-01/:1.005"))
                .with(person(reference()).set("pensions", "2019-01-01/:much"))
                .with(person(reference()).set("pensions", "2019-01-01/:1.00;2020-01-01/:2.00"))
                .with(person(reference()).set("links", "COUSIN:A:2019-01-01/"))
                .with(person(reference()).set("province", "Errachidia"))
                .send();
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("refused")).isEqualTo(19);
        assertThat(job.getInt("rows")).isEqualTo(20);
        lines(job, "refused")
                .body(
                        "items.code",
                        equalTo(List.of(
                                "row-column-count",
                                "row-field-missing",
                                "row-reference-repeated",
                                "row-identity-incomplete",
                                "row-field-malformed",
                                "row-date-unreadable",
                                "birth-date-in-the-future",
                                "death-before-birth",
                                "office-unknown",
                                "row-category-unknown",
                                "row-field-malformed",
                                "period-ends-before-it-begins",
                                "category-overlaps",
                                "amount-negative",
                                "amount-too-fine",
                                "amount-unreadable",
                                "pension-overlaps",
                                "row-link-kind-unknown",
                                "row-field-malformed")));
        As.user(Persona.DRISS)
                .header("Accept-Language", "ar")
                .get("/v1/imports/" + job.getString("id") + "/lines?verdict=refused&limit=1")
                .then()
                .body("items[0].title", equalTo("عدد أعمدة السطر غير صحيح"))
                .body("items[0].detail", equalTo("عدد خاناته \u20683\u2069 والمنتظر \u206816\u2069."));
    }

    @Test
    void aLinkWaitsForAPersonWhoComesInALaterFile() throws SQLException {
        String child = reference();
        String mother = reference();
        JsonPath job = new RegistryCsv()
                .with(person(child).set("links", "CHILD:" + mother + ":2001-01-01/"))
                .send();
        assertThat(job.getInt("warnings")).isEqualTo(1);
        lines(job, "warning")
                .body("items[0].code", equalTo("row-link-reference-unknown"))
                .body("items[0].detail", containsString(mother));
        new RegistryCsv().with(person(mother)).send();
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(child))
                .then()
                .body("links[0].personId", equalTo(idOf(mother)));
    }

    @Test
    void whatAHandEnteredStaysAndTheRestOfTheRowIsTakenIn() throws SQLException {
        String reference = reference();
        String announced = "WIDOWED_SPOUSE:2010-01-01/";
        new RegistryCsv()
                .with(person(reference).set("categories", announced).set("pensions", "2010-02-01/:900.00"))
                .send();
        String id = idOf(reference);
        JsonPath person = As.user(Persona.LATIFA).get("/v1/persons/" + id).jsonPath();
        Approved.asked(
                id,
                As.user(Persona.LATIFA)
                        .header("If-Match", People.etag(id))
                        .body("""
                                {"category": "WIDOWED_SPOUSE", "from": "2010-01-01", "until": "2024-05-01",
                                 "endReason": "REMARRIED", "evidence": "Acte 7/2024", "reason": "زواج جديد"}
                                """)
                        .put("/v1/persons/" + id + "/categories/" + person.getString("categories[0].id"))
                        .then());
        Approved.asked(
                id,
                As.once(Persona.LATIFA)
                        .body("""
                                {"from": "2020-01-01", "amount": {"amount": "950.00", "currency": "MAD"},
                                 "evidence": "Avis 17", "reason": "رفع المعاش"}
                                """)
                        .post("/v1/persons/" + id + "/pensions")
                        .then());
        JsonPath job = new RegistryCsv()
                .with(person(reference)
                        .set("categories", announced + ";RETIRED:2001-01-01/")
                        .set("pensions", "2010-02-01/:910.00")
                        .set("death_date", "2025-03-02"))
                .send();
        assertThat(job.getInt("updated")).isEqualTo(1);
        lines(job, "warning").body("items.code", equalTo(List.of("row-category-kept", "row-pension-kept")));
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + id)
                .then()
                .body("deathDate", equalTo("2025-03-02"))
                .body("categories.category", equalTo(List.of("RETIRED", "WIDOWED_SPOUSE")))
                .body("categories[1].endReason", equalTo("REMARRIED"))
                .body("pension.amount", equalTo("950.00"));
    }

    @Test
    void anAccountAndANameCorrectedByHandAreNotPutBack() throws SQLException {
        String reference = reference();
        String old = rib();
        new RegistryCsv().with(person(reference).set("rib", old)).send();
        String id = idOf(reference);
        String corrected = rib();
        People.setAccount(id, corrected);
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("birthDate", "1961-11-02");
        body.put("evidence", "Acte 51/1961");
        body.put("reason", "كتب الاسم خطأ");
        Approved.asked(
                id,
                As.user(Persona.LATIFA)
                        .header("If-Match", People.etag(id))
                        .body(body)
                        .put("/v1/persons/" + id)
                        .then());
        JsonPath job = new RegistryCsv()
                .with(person(reference).set("rib", old).set("province", "MA-TNG"))
                .send();
        assertThat(job.getInt("updated")).isEqualTo(1);
        lines(job, "warning")
                .body(
                        "items.findAll { it.code == 'row-value-kept' }.detail.collect { it.split(':')[0] }",
                        equalTo(List.of(
                                "Column family_name_ar",
                                "Column given_name_ar",
                                "Column family_name_latin",
                                "Column given_name_latin",
                                "Column birth_date",
                                "Column office",
                                "Column rib")));
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + id)
                .then()
                .body("account.iban", equalTo("MA64" + corrected))
                .body("familyNameLatin", equalTo("SKALLI"))
                .body("birthDate", equalTo("1961-11-02"))
                .body("office", equalTo("RAB"))
                .body("province", equalTo("MA-TNG"));
        JsonPath doubted = new RegistryCsv()
                .with(person(reference).set("rib", "011519000001205000534922"))
                .send();
        assertThat(doubted.getInt("updated")).isEqualTo(1);
        As.user(Persona.LATIFA).get("/v1/persons/" + id).then().body("accountProblem", nullValue());
    }

    @Test
    void aDeathTakenBackByHandStandsAgainWhenItIsAnnouncedAgain() throws SQLException {
        String reference = reference();
        new RegistryCsv()
                .with(person(reference).set("death_date", "2025-03-02"))
                .send();
        String id = idOf(reference);
        Map<String, @Nullable Object> alive = People.body("ERR");
        alive.put("evidence", "Acte 51/1961");
        alive.put("reason", "الشخص على قيد الحياة");
        Approved.asked(
                        id,
                        As.user(Persona.LATIFA)
                                .header("If-Match", People.etag(id))
                                .body(alive)
                                .put("/v1/persons/" + id)
                                .then())
                .body("deathDate", nullValue());
        JsonPath job = new RegistryCsv()
                .with(person(reference).set("death_date", "2025-03-02").set("matricule", "77"))
                .send();
        assertThat(job.getInt("updated")).isEqualTo(1);
        lines(job, "warning").body("items.code", hasItem("row-death-announced-again"));
        As.user(Persona.LATIFA).get("/v1/persons/" + id).then().body("deathDate", equalTo("2025-03-02"));
    }

    @Test
    void anotherEncodingIsRefusedWholeWithItsLine() throws SQLException {
        String reference = reference();
        String text = new RegistryCsv()
                .with(person(reference))
                .with(person(reference()))
                .text();
        byte[] file = text.replace("Souad", "Zoubéïda").getBytes(Charset.forName("windows-1252"));
        long jobs = count("import_job");
        // The Arabic of the file is lost to that encoding; the accents are what gives it away.
        refused(file, "import-not-utf8").body("parameters.line", equalTo(2));
        refused(text.getBytes(StandardCharsets.UTF_16), "import-not-utf8").body("parameters.line", equalTo(1));
        assertThat(count("import_job")).isEqualTo(jobs);
    }

    @Test
    void aWrongHeaderIsRefusedNamingWhatIsMissing() {
        refused("reference,matricule\nA,B\n".getBytes(StandardCharsets.UTF_8), "import-columns-missing")
                .body("detail", containsString("family_name_ar"))
                .body("parameters.columns", containsString("cin, family_name_ar"));
        refused((RegistryCsv.HEADER + ",colour\n").getBytes(StandardCharsets.UTF_8), "import-columns-unknown");
        refused("\n".getBytes(StandardCharsets.UTF_8), "import-columns-missing");
    }

    @Test
    void aFileThatBreaksOffIsTakenInUpToThere() throws SQLException {
        String first = reference();
        String second = reference();
        RegistryCsv file = new RegistryCsv().with(person(first)).with(person(second));
        JsonPath job = file.withLine("\"open,quote").with(person(reference())).send();
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("rows")).isEqualTo(2);
        assertThat(job.getInt("broken.row")).isEqualTo(3);
        assertThat(job.getInt("broken.line")).isEqualTo(4);
        lines(job, "refused")
                .body("items.size()", equalTo(1))
                .body("items[0].line", equalTo(4))
                .body("items[0].code", equalTo("import-broken-off"))
                .body("items[0].detail", containsString("line 4 (row 3)"));
        assertThat(idOf(second)).isNotEmpty();
        refused("\"reference,matricule\n".getBytes(StandardCharsets.UTF_8), "import-not-csv");
    }

    @Test
    void aByteOrderMarkAndColumnsInAnotherOrderAreTaken() throws SQLException {
        String reference = reference();
        String[] header = RegistryCsv.HEADER.split(",");
        String[] line = person(reference).line().split(",", -1);
        String turned = String.join(",", List.of(header).reversed()) + "\r\n"
                + String.join(",", List.of(line).reversed());
        JsonPath job = RegistryCsv.send(("\uFEFF" + turned).getBytes(StandardCharsets.UTF_8));
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(idOf(reference)).isNotEmpty();
    }

    @Test
    void onlyARegistryManagerImports() {
        for (Persona other : List.of(Persona.KHADIJA, Persona.HASSAN, Persona.SAMIRA, Persona.SALMA, Persona.DRISS)) {
            As.once(other)
                    .contentType("text/csv")
                    .body(new RegistryCsv().bytes())
                    .post("/v1/imports")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
        }
        As.user(Persona.LATIFA)
                .get("/v1/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("import-unknown"));
    }

    @Test
    void aCursorThatIsNoneOfOursIsRefused() {
        JsonPath job = new RegistryCsv().with(person("")).send();
        for (List<String> values :
                List.of(List.of("x", "y"), List.of("1", "y"), List.of("99999999999999999999", "1"))) {
            As.user(Persona.LATIFA)
                    .queryParam("cursor", new Cursor(values).encoded())
                    .get("/v1/imports/" + job.getString("id") + "/lines")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("cursor-invalid"));
        }
    }

    @Test
    void theSameKeyAgainIsTheSameImport() {
        String key = UUID.randomUUID().toString();
        byte[] file = new RegistryCsv().with(person(reference())).bytes();
        String first = post(file, key, 202).getString("id");
        assertThat(post(file, key, 202).getString("id")).isEqualTo(first);
        assertThat(post(new RegistryCsv().bytes(), key, 422).getString("code"))
                .isEqualTo("idempotency-key-other-request");
        RegistryCsv.await("/v1/imports/" + first);
    }

    private static JsonPath post(byte[] file, String key, int status) {
        return As.user(Persona.LATIFA)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse refused(byte[] file, String code) {
        return As.once(Persona.LATIFA)
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports")
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static ValidatableResponse lines(JsonPath job, String verdict) {
        return As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/lines?limit=200&verdict=" + verdict)
                .then()
                .statusCode(200);
    }

    private static String idOf(String reference) throws SQLException {
        return read("SELECT id::text FROM person WHERE reference = ?", reference);
    }

    private static String rowOf(String reference) throws SQLException {
        return read("SELECT xmin || ' ' || ctid::text || ' ' || version FROM person WHERE reference = ?", reference);
    }

    private static long count(String table) throws SQLException {
        return Long.parseLong(read("SELECT count(*)::text FROM " + table + " WHERE ? <> ''", "x"));
    }

    private static String read(String query, String parameter) throws SQLException {
        try (Connection connection = Postgres.asApp();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
