package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Map;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Two rows of one part that are of one person: they are written in one statement, and the second has the last word. */
@QuarkusTest
class ImportOnePersonTwiceApiTest {

    private static final String HEADER =
            "reference,family_name_ar,given_name_ar,family_name_latin,given_name_latin,sex,birth_date,office,same_as\n";

    @Test
    void theSecondRowHasTheLastWord() throws SQLException {
        String known = reference();
        String other = reference();
        ImportFile.sendWell(HEADER + row(known, "أزلماط", "Azelmat", ""), "?source=HR");

        JsonPath job = ImportFile.sendWell(
                HEADER + row(known, "أزنود", "Aznoud", "") + row(other, "أزوكاغ", "Azougagh", known), "?source=HR");

        assertThat(job.getInt("updated")).isEqualTo(2);
        assertThat(idOf(known)).isNotNull();
        As.user(Persona.LATIFA).get("/v1/persons/" + idOf(known)).then().body("familyNameLatin", equalTo("Azougagh"));
        As.user(Persona.LATIFA)
                .body(Map.of("q", "Tlaytmass Azougagh"))
                .post("/v1/persons/search")
                .then()
                .body("items.id", hasItem(idOf(known)));
    }

    private static String row(String reference, String familyAr, String familyLatin, String sameAs) {
        return String.join(
                        ",",
                        reference,
                        familyAr,
                        "تلايتماس",
                        familyLatin,
                        "Tlaytmass",
                        "F",
                        "1961-03-09",
                        "RAB",
                        sameAs)
                + "\n";
    }
}
