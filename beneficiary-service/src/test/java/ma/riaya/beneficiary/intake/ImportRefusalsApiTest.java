package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What cannot be asked of an import any more or not yet, and rows that are laid on nobody. */
@QuarkusTest
class ImportRefusalsApiTest {

    private static final String STAFF =
            "reference,matricule,family_name_ar,given_name_ar,family_name_latin,given_name_latin,sex,birth_date";

    @Test
    void correctionsAreReadOnceItHasEnded() throws SQLException {
        String location;
        try (Connection other = Postgres.asApp();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("SELECT pg_advisory_xact_lock(" + ImportJobs.TURN + ")");
            location = RegistryCsv.post(
                    new RegistryCsv().with(person("").set("sex", "X")).bytes());
            ImportFile.corrections(RegistryCsv.read(location))
                    .statusCode(409)
                    .body("code", equalTo("import-still-runs"));
        }
        ImportFile.corrections(RegistryCsv.await(location)).statusCode(200);
    }

    @Test
    void whatTheFileSaidIsForgottenAfterAWhile() throws SQLException {
        JsonPath judged = ImportFile.send(
                new RegistryCsv().with(person(reference())).with(person("")).text(), "?run=DRY");
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute("DELETE FROM import_part WHERE import_id = '" + judged.getString("id") + "'");
            sql.execute("DELETE FROM import_kept WHERE import_id = '" + judged.getString("id") + "'");
        }

        ImportFile.corrections(judged).statusCode(410).body("code", equalTo("import-content-gone"));
        As.once(Persona.LATIFA)
                .post("/v1/imports/" + judged.getString("id") + "/confirmation")
                .then()
                .statusCode(410)
                .body("code", equalTo("import-content-gone"));
    }

    @Test
    void aRowThatNamesNobodyAsItsPersonIsRefused() {
        String row = person(reference()).line();
        JsonPath job = ImportFile.send(RegistryCsv.HEADER + ",same_as\n" + row + ",T-of-nobody\n", "");

        ImportFile.lines(job, "refused")
                .body("items.code", equalTo(List.of("row-same-as-unknown")))
                .body("items[0].detail", containsString("T-of-nobody"));
    }

    /** The source itself has two references for one professional number: a person of the office decides. */
    @Test
    void oneProfessionalNumberUnderTwoReferencesOfASourceNeedsALook() {
        String one = ",664401,الودغيري,ليلى,OUDGHIRI,Leila,F,1974-02-11\n";
        String first = reference();
        ImportFile.sendWell(STAFF + "\n" + first + one, "?source=HR");

        JsonPath job = ImportFile.send(
                STAFF + "\n" + reference() + ",664401,الودغيري,نادية,OUDGHIRI,Nadia,F,1974-02-11\n", "?source=HR");

        assertThat(job.getInt("needsLook")).isEqualTo(1);
        ImportFile.lines(job, "needs-look").body("items.code", equalTo(List.of("row-same-matricule")));
    }

    /** What a hand has entered stands; the rest of the row, and the rows beside it, are taken in. */
    @Test
    void aPeriodThatOverlapsAnEntryIsLeftOutAndSaid() throws SQLException {
        String known = reference();
        String other = reference();
        new RegistryCsv().with(person(known)).send();
        Entered.at(
                "/v1/persons/" + idOf(known) + "/categories",
                Map.of("category", "ORPHAN", "from", "1961-01-01", "evidence", "Acte 12"));

        JsonPath job = new RegistryCsv()
                .with(person(known).set("categories", "ORPHAN:1960-06-01/").set("office", "RAB"))
                .with(person(other).set("birth_date", "1991-05-04"))
                .send();

        assertThat(job.getInt("created")).isEqualTo(1);
        ImportFile.lines(job, "").body("items.code", equalTo(List.of("row-category-kept")));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(known))
                .then()
                .body("office", equalTo("RAB"))
                .body("categories.from", equalTo(List.of("1961-01-01")));
    }
}
