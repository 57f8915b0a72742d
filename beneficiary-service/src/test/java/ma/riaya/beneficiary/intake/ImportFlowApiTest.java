package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** An import from the dry run to what is sent back corrected; what each source may say, and whom a file finds again. */
@QuarkusTest
class ImportFlowApiTest {

    private static final String STAFF =
            "reference,cin,matricule,family_name_ar,given_name_ar,family_name_latin,given_name_latin,sex,birth_date,office,categories\n";

    @Test
    void aDryRunJudgesAndItsConfirmationTakesIn() throws SQLException {
        String known = reference();
        String fresh = reference();
        new RegistryCsv().with(person(known)).send();
        long before = persons();
        String file = new RegistryCsv()
                .with(person(known))
                .with(person(fresh).set("birth_date", "1981-05-04"))
                .with(person(fresh).set("birth_date", "1982-05-04"))
                .with(person("").set("birth_date", "1983-05-04"))
                .text();
        JsonPath judged = ImportFile.send(file, "?run=DRY");
        assertThat(judged.getString("run")).isEqualTo("DRY");
        assertThat(judged.getInt("created")).isEqualTo(1);
        assertThat(judged.getInt("unchanged")).isEqualTo(1);
        assertThat(judged.getInt("refused")).isEqualTo(2);
        assertThat(judged.getList("actions", String.class)).contains("confirm", "read-corrections");
        assertThat(persons()).isEqualTo(before);
        ImportFile.rows(judged, "created")
                .body("items.line", equalTo(List.of(3)))
                .body("items[0].personId", nullValue());
        ImportFile.lines(judged, "refused")
                .body("items.code", equalTo(List.of("row-reference-repeated", "row-field-missing")));

        String location = As.once(Persona.LATIFA)
                .post("/v1/imports/" + judged.getString("id") + "/confirmation")
                .then()
                .statusCode(202)
                .body("confirms", equalTo(judged.getString("id")))
                .extract()
                .header("Location");
        JsonPath real = RegistryCsv.await(location.substring(location.indexOf("/v1/")));
        for (String count : List.of("created", "updated", "unchanged", "needsLook", "refused", "warnings")) {
            assertThat(real.getInt(count)).as(count).isEqualTo(judged.getInt(count));
        }
        assertThat(persons()).isEqualTo(before + 1);
        ImportFile.rows(real, "created").body("items[0].personId", equalTo(idOf(fresh)));
        As.once(Persona.LATIFA)
                .post("/v1/imports/" + judged.getString("id") + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-not-to-confirm"));
        As.once(Persona.BRAHIM)
                .post("/v1/imports/" + real.getString("id") + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-ended"));
    }

    @Test
    void whatWasLeftOutComesBackAsAFileToCorrectAndSendAgain() throws SQLException {
        String good = reference();
        String bad = reference();
        JsonPath job = new RegistryCsv()
                .with(person(good))
                .with(person(bad)
                        .set("birth_date", "1960-02-30")
                        .set("given_name_latin", "=HYPERLINK(\"http://x\")")
                        .set("categories", "ORPHAN:2019-01-01/;CHILD:2019-01-01/"))
                .send();
        assertThat(job.getInt("refused")).isEqualTo(1);
        byte[] sent = ImportFile.corrections(job)
                .statusCode(200)
                .header("Content-Type", containsString("charset=UTF-8"))
                .extract()
                .asByteArray();
        String text = new String(sent, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF" + RegistryCsv.HEADER + ",reasons\r\n");
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .contains(bad)
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
                .contains("A character that no name has");
        String corrected = text.replace("1960-02-30", "1960-02-28").replace("=HYPERLINK(\"\"http://x\"\")", "Souad");
        JsonPath again = ImportFile.sendWell(corrected, "");
        assertThat(again.getInt("created")).isEqualTo(1);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(bad))
                .then()
                .body("categories.category", hasItem("ORPHAN"))
                .body("birthDate", equalTo("1960-02-28"));
        As.user(Persona.LATIFA)
                .get("/v1/imports/" + job.getString("id") + "/corrections")
                .then()
                .statusCode(400)
                .body("code", equalTo("purpose-missing"));
        As.user(Persona.DRISS)
                .header("Riaya-Purpose", "AUDIT")
                .get("/v1/imports/" + job.getString("id") + "/corrections")
                .then()
                .statusCode(403);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'import-corrections-read' AND subject_id = '"
                        + job.getString("id") + "'"))
                .isEqualTo(1);
    }

    @Test
    void aCancelledImportKeepsWhatItDidAndReadsNoMore() throws Exception {
        String first = reference();
        String location;
        try (Connection other = Postgres.asApp();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("SELECT pg_advisory_xact_lock(" + ImportJobs.TURN + ")");
            location = RegistryCsv.post(new RegistryCsv().with(person(first)).bytes());
            As.once(Persona.LATIFA)
                    .post(location + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"));
        }
        Thread.sleep(1_500);
        assertThat(RegistryCsv.read(location).getInt("rowsDone")).isZero();
        assertThat(count("SELECT count(*) FROM person WHERE reference = '" + first + "'"))
                .isZero();
        assertThat(
                        count(
                                "SELECT count(*) FROM import_part p JOIN import_job j ON j.id = p.import_id WHERE j.state = 'CANCELLED'"))
                .isZero();
    }

    @Test
    void twoSourcesMeetInOnePersonAndEachKeepsItsOwn() throws SQLException {
        String staff = reference();
        String fund = reference();
        ImportFile.sendWell(
                STAFF + staff
                        + ",K771401,771401,التازي,كنزة,TAZI,Kenza,F,1959-08-09,FES,ACTIVE:1980-01-01/2019-01-01\n",
                "?source=HR");
        JsonPath joined = ImportFile.sendWell(
                "reference,cin,birth_date,family_name_latin,death_date,pensions,categories\n" + fund
                        + ",K771401,1959-08-09,TAZZI,2025-01-31,2019-01-01/:2100.00,RETIRED:2019-01-01/\n",
                "?source=PENSION_FUND");
        assertThat(joined.getInt("updated")).isEqualTo(1);
        ImportFile.lines(joined, "warning")
                .body("items.code", equalTo(List.of("row-joined", "row-value-kept")))
                .body("items[1].detail", containsString("human resources"));
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + idOf(staff))
                .then()
                .body("familyNameLatin", equalTo("TAZI"))
                .body("deathDate", equalTo("2025-01-31"))
                .body("pension.amount", equalTo("2100.00"))
                .body("categories.category", equalTo(List.of("ACTIVE", "RETIRED")));
        // The staff's file again, changed: what the fund said stays.
        ImportFile.sendWell(
                STAFF + staff
                        + ",K771401,771401,التازي,كنزة,TAZI,Kenza,F,1959-08-09,RAB,ACTIVE:1980-01-01/2018-01-01\n",
                "?source=HR");
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(staff))
                .then()
                .body("office", equalTo("RAB"))
                .body("deathDate", equalTo("2025-01-31"))
                .body("categories[0].until", equalTo("2018-01-01"))
                .body("categories[1].category", equalTo("RETIRED"));
        ImportFile.post((STAFF.strip() + ",pensions\n").getBytes(StandardCharsets.UTF_8), "text/csv", "?source=HR")
                .statusCode(422)
                .body("code", equalTo("import-columns-of-another-source"))
                .body("parameters.columns", equalTo("pensions"));
        JsonPath foreign = ImportFile.send(
                STAFF + staff + ",K771401,771401,التازي,كنزة,TAZI,Kenza,F,1959-08-09,RAB,RETIRED:1980-01-01/\n",
                "?source=HR");
        ImportFile.lines(foreign, "refused").body("items[0].code", equalTo("row-category-of-another-source"));
        ImportFile.post(new byte[] {'r'}, "text/csv", "?source=ENTRY")
                .statusCode(422)
                .body("code", equalTo("import-source-unknown"));
    }

    @Test
    void doublesOfTheFileAndOfTheRegistryAreLookedAtBeforeAnyoneIsEntered() throws SQLException {
        String known = reference();
        new RegistryCsv()
                .with(person(known)
                        .set("cin", "LK551")
                        .set("family_name_latin", "ZNIBER")
                        .set("family_name_ar", "الزنيبر"))
                .send();
        String twin = reference();
        String sameName = reference();
        String repeated = reference();
        JsonPath job = new RegistryCsv()
                .with(person(twin).set("cin", "LK551").set("birth_date", "1999-01-01"))
                .with(person(sameName).set("family_name_latin", "Zniber").set("family_name_ar", "زنيبر"))
                .with(person(repeated)
                        .set("family_name_latin", "MOUHOUB")
                        .set("cin", "LK552")
                        .set("birth_date", "1971-03-04"))
                .with(person(reference()).set("cin", "lk-552").set("birth_date", "1971-03-05"))
                .with(person(reference()).set("family_name_latin", "Mouhoub").set("birth_date", "1971-03-04"))
                .with(person(reference())
                        .set("family_name_latin", "MOUHOUB")
                        .set("cin", "LK553")
                        .set("birth_date", "1971-03-04"))
                .send();
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("needsLook")).isEqualTo(4);
        ImportFile.lines(job, "needs-look")
                .body(
                        "items.code",
                        equalTo(List.of(
                                "row-same-cin", "row-likely-known", "row-cin-repeated", "row-person-repeated")));
        String header = RegistryCsv.HEADER + ",same_as\n";
        JsonPath resolved = ImportFile.sendWell(
                header
                        + person(twin)
                                .set("cin", "LK551")
                                .set("birth_date", "1999-01-01")
                                .line() + ",NEW\n"
                        + person(sameName)
                                .set("family_name_latin", "Zniber")
                                .set("family_name_ar", "زنيبر")
                                .line()
                        + "," + known + "\n",
                "");
        assertThat(resolved.getInt("created")).isEqualTo(1);
        assertThat(resolved.getInt("updated")).isEqualTo(1);
        As.user(Persona.LATIFA).get("/v1/persons/" + idOf(known)).then().body("familyNameLatin", equalTo("Zniber"));
        assertThat(count("SELECT count(*) FROM person WHERE reference = '" + sameName + "'"))
                .isZero();
    }

    @Test
    void aDoubleIsSeenThroughOtherSpellingsAndDates() throws SQLException {
        String known = reference();
        new RegistryCsv()
                .with(named(person(known), "TAGHZOUT", "تاغزوت", "1963-04-07"))
                .send();
        JsonPath job = new RegistryCsv()
                .with(named(person(reference()), "Taghzoute", "تغزوت", "1963-04-07"))
                .with(named(person(reference()), "TARHZOUT", "تاغزوت", "1963-07-04"))
                .with(named(person(reference()), "TAGHZOUT", "تاغزوت", "1963-01-01"))
                .with(named(person(reference()), "TAZGHOUT", "تازغوت", "1971-04-07"))
                .send();
        assertThat(job.getInt("needsLook")).isEqualTo(2);
        assertThat(job.getInt("created")).isEqualTo(2);
        ImportFile.lines(job, "needs-look")
                .body("items.code", equalTo(List.of("row-likely-known", "row-likely-known")));
        ImportFile.lines(job, "warning").body("items.code", equalTo(List.of("row-maybe-known")));
    }

    private static RegistryCsv.Row named(RegistryCsv.Row row, String latin, String arabic, String birth) {
        return row.set("family_name_latin", latin).set("family_name_ar", arabic).set("birth_date", birth);
    }

    @Test
    void whoIsAbsentFromACompleteFileIsListedAndNotRemoved() throws SQLException {
        String stays = reference();
        String leaves = reference();
        String refused = reference();
        String header = "reference,family_name_ar,given_name_ar,family_name_latin,given_name_latin,sex,birth_date\n";
        String one = ",العلمي,سلوى,ALAMI,Saloua,F,";
        ImportFile.sendWell(
                header + stays + one + "1950-01-01\n" + leaves + one + "1951-01-01\n" + refused + one + "1952-01-01\n",
                "?source=MUTUAL");
        String later = header + stays + one + "1950-01-01\n" + refused + one + "never\n";
        JsonPath judged = ImportFile.send(later, "?source=MUTUAL&coverage=COMPLETE&run=DRY");
        assertThat(judged.getInt("absent")).isEqualTo(1);
        assertThat(absent(leaves)).isZero();
        JsonPath job = ImportFile.send(later, "?source=MUTUAL&coverage=COMPLETE");
        assertThat(job.getInt("absent")).isEqualTo(1);
        ImportFile.lines(job, "absent")
                .body("items.reference", equalTo(List.of(leaves)))
                .body("items[0].code", equalTo("absent-from-source"));
        assertThat(absent(leaves)).isEqualTo(1);
        As.user(Persona.LATIFA).get("/v1/persons/" + idOf(leaves)).then().statusCode(200);
        JsonPath back = ImportFile.sendWell(header + leaves + one + "1951-01-01\n", "?source=MUTUAL");
        assertThat(back.getInt("unchanged")).isEqualTo(1);
        assertThat(absent(leaves)).isZero();
    }

    private static long absent(String reference) throws SQLException {
        return count("SELECT count(*) FROM source_record WHERE absent_since IS NOT NULL AND reference = '" + reference
                + "'");
    }

    private static long persons() throws SQLException {
        return count("SELECT count(*) FROM person");
    }

    private static long count(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                ResultSet row = app.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
