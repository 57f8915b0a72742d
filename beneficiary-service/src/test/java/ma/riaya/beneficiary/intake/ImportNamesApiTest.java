package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Names, places and texts in a file: the row is refused, with the character at fault, and the others are taken in. */
@QuarkusTest
class ImportNamesApiTest {

    @Test
    void aRowSaysWhichCharacterIsAtFault() {
        JsonPath job = new RegistryCsv()
                .with(person(reference()))
                .with(person(reference()).set("family_name_ar", "بنا\u200Bني"))
                .with(person(reference()).set("given_name_latin", "<script>alert(1)</script>"))
                .with(person(reference()).set("given_name_ar", "Souad"))
                .with(person(reference()).set("given_name_latin", "Souad 2"))
                .with(person(reference()).set("province", "MA-ZZZ"))
                .with(person(reference()).set("cin", "A1\u00073"))
                .send();
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("refused")).isEqualTo(6);
        As.user(Persona.LATIFA)
                .header("Accept-Language", "fr")
                .get("/v1/imports/" + job.getString("id") + "/lines?verdict=refused")
                .then()
                .body(
                        "items.code",
                        contains(
                                "name-character-refused",
                                "name-character-refused",
                                "name-letter-of-another-script",
                                "name-character-refused",
                                "province-unknown",
                                "row-character-refused"))
                .body("items[0].detail", containsString("U+200B (il est invisible) en position 4"))
                .body("items[1].detail", containsString("U+003C (« < ») en position 1"))
                .body("items[4].detail", containsString("MA-ZZZ"))
                .body("items[5].detail", containsString("cin"));
    }

    @Test
    void aNameIsTakenInItsOneForm() throws SQLException {
        String reference = reference();
        new RegistryCsv()
                .with(person(reference)
                        .set("family_name_ar", "عبد\u00A0 \uFDF2")
                        .set("given_name_ar", "فاطمـة")
                        .set("family_name_latin", "El Ghazi\u2011Idrissi"))
                .send();
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("familyNameAr", equalTo("عبد الله"))
                .body("givenNameAr", equalTo("فاطمة"))
                .body("familyNameLatin", equalTo("El Ghazi-Idrissi"));
    }
}
