package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import ma.riaya.beneficiary.doubles.LookForDoubles;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** A source that still speaks of two records does not take apart, unseen, what two people made one. */
@QuarkusTest
class ImportOfMergedApiTest {

    @Inject
    LookForDoubles look;

    @Test
    void theSameFileChangesNothingAndAChangedRowOfTheMergedOneWaits() throws SQLException {
        String stays = reference();
        String goes = reference();
        RegistryCsv.Row first = person(stays).set("categories", "RETIRED:2010-01-01/");
        RegistryCsv.Row second = person(goes).set("categories", "WIDOWED_SPOUSE:2012-01-01/");
        RegistryCsv file = new RegistryCsv().with(first).with(second);
        file.send();
        String survivor = idOf(stays);
        merge(survivor, idOf(goes));
        assertThat(held(survivor)).containsExactlyInAnyOrder("RETIRED", "WIDOWED_SPOUSE");

        JsonPath same = file.send();
        assertThat(same.getInt("unchanged")).isEqualTo(2);
        JsonPath changed = new RegistryCsv()
                .with(person(stays).set("categories", "RETIRED:2011-01-01/"))
                .with(person(goes).set("categories", "WIDOWED_SPOUSE:2013-01-01/"))
                .send();
        assertThat(changed.getInt("updated")).isEqualTo(1);
        assertThat(changed.getInt("needsLook")).isEqualTo(1);
        ImportFile.lines(changed, "needs-look").body("items.code", contains("row-of-merged-record"));
        assertThat(held(survivor)).containsExactlyInAnyOrder("RETIRED", "WIDOWED_SPOUSE");
    }

    /** Whoever is entered under the name of the record that was merged is seen to be the survivor. */
    @Test
    void aLinkToTheMergedReferenceIsOneToTheSurvivor() throws SQLException {
        String stays = reference();
        String goes = reference();
        new RegistryCsv().with(person(stays)).with(person(goes)).send();
        String survivor = idOf(stays);
        merge(survivor, idOf(goes));
        String child = reference();
        new RegistryCsv()
                .with(person(child).set("birth_date", "1990-01-01").set("links", "CHILD:" + goes + ":1990-01-01/"))
                .send();
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(child))
                .then()
                .statusCode(200)
                .body("links.personId", contains(survivor));
    }

    /** The file is taken in, and whom it may have entered twice stands on the list. */
    @Test
    void whoIsImportedAndLikeSomebodyIsOnTheListOfDoubles() throws SQLException {
        String known = reference();
        String alike = reference();
        new RegistryCsv()
                .with(person(known).set("family_name_ar", "أزيزاو").set("family_name_latin", "AZIZAOU"))
                .send();
        new RegistryCsv()
                .with(person(alike)
                        .set("family_name_ar", "أزيزاو")
                        .set("family_name_latin", "AZIZAOU")
                        .set("birth_date", "1960-05-14"))
                .send();
        look.run();
        assertThat(one("SELECT other FROM double_pair WHERE one = '" + idOf(known) + "'"))
                .isEqualTo(idOf(alike));
        assertThat(one("SELECT certainty FROM double_pair WHERE one = '" + idOf(known) + "'"))
                .isEqualTo("DOUBTFUL");
    }

    private static void merge(String survivor, String gone) {
        String merge = As.once(Persona.LATIFA)
                .body(Map.of(
                        "survivor",
                        survivor,
                        "merged",
                        gone,
                        "choices",
                        Map.of("FAMILY_NAME_AR", "SURVIVOR", "FAMILY_NAME_LATIN", "SURVIVOR"),
                        "reason",
                        "Saisie deux fois"))
                .post("/v1/merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        As.once(Persona.BRAHIM)
                .header(
                        "If-Match",
                        As.user(Persona.BRAHIM).get("/v1/merges/" + merge).header("ETag"))
                .post("/v1/merges/" + merge + "/approval")
                .then()
                .statusCode(200);
    }

    private static String one(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static java.util.List<String> held(String person) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + person)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("categories.category");
    }
}
