package ma.riaya.beneficiary.person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names and texts of a person, as entered by hand. */
@QuarkusTest
class NameApiTest {

    @Test
    void aNameIsTakenInItsOneForm() {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("familyNameAr", " آيـت  بن حدو");
        body.put("familyNameLatin", "Ai\u0308t\u00A0Ouarab");
        body.put("givenNameLatin", "M'hamed");
        JsonPath person = People.register(body);
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + person.getString("id"))
                .then()
                .body("familyNameAr", equalTo("آيت بن حدو"))
                .body("familyNameLatin", equalTo("Aït Ouarab"))
                .body("givenNameLatin", equalTo("M'hamed"));
    }

    @Test
    void theCharacterAtFaultIsToldInTheReadersLanguage() {
        entered("givenNameAr", "نز\u200Bهة", "ar")
                .body("code", equalTo("name-character-refused"))
                .body("parameters.character", equalTo("U+200B"))
                .body("parameters.position", equalTo(3))
                .body(
                        "detail",
                        containsString(
                                "الاسم الشخصي بالعربية: الحرف \u2068U+200B\u2069 (غير مرئي) في الموضع \u20683\u2069"));
        entered("familyNameLatin", "<script>", "fr")
                .body("code", equalTo("name-character-refused"))
                .body("detail", containsString("le caractère U+003C (« < ») en position 1"));
        entered("familyNameAr", "الصقلي Skalli", "en")
                .body("code", equalTo("name-letter-of-another-script"))
                .body("detail", containsString("the letter U+0053 (“S”) in place 8"))
                .body("detail", containsString("in Arabic letters"));
        entered("givenNameLatin", "’.", "ar").body("code", equalTo("name-without-letters"));
        entered("givenNameAr", "\uFDFA".repeat(40), "fr").body("code", equalTo("name-too-long"));
    }

    @Test
    void aCorrectionKeepsTheSameRule() {
        String id = People.registered("ERR");
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("givenNameLatin", "Nezha\u202E");
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(body)
                .put("/v1/persons/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("name-character-refused"))
                .body("parameters.character", equalTo("U+202E"));
    }

    @Test
    void aProvinceAndAnOfficeAreKnownOnes() {
        entered("province", "MA-ZZZ", "fr")
                .body("code", equalTo("province-unknown"))
                .body("detail", containsString("MA-ZZZ"));
        As.user(Persona.LATIFA)
                .body(Map.of("office", "ZZZ"))
                .post("/v1/persons/search")
                .then()
                .statusCode(422)
                .body("code", equalTo("office-unknown"));
        As.user(Persona.LATIFA)
                .get("/v1/persons?office=ZZZ")
                .then()
                .statusCode(400)
                .body("code", equalTo("office-unknown"));
    }

    @Test
    void evidenceIsPlainText() {
        String id = People.registered("ERR");
        for (String evidence : new String[] {"Acte\u0007 12", "Acte\u202E 12", "Acte\n12", "\u200B"}) {
            evidenced(id, evidence)
                    .statusCode(422)
                    .body("code", equalTo("body-invalid"))
                    .body("violations[0].field", equalTo("evidence"))
                    .body("violations[0].code", equalTo("plain-text"));
        }
        evidenced(id, "=<b>Acte</b> n° 12 – 2019").statusCode(202);
    }

    private static ValidatableResponse evidenced(String id, String evidence) {
        String escaped = evidence.replace("\n", "\\n").replace("\u0007", "\\u0007");
        return As.once(Persona.LATIFA)
                .body("{\"category\": \"RETIRED\", \"from\": \"2020-01-01\", \"reason\": \"x\", \"evidence\": \""
                        + escaped + "\"}")
                .post("/v1/persons/" + id + "/categories")
                .then();
    }

    private static ValidatableResponse entered(String field, String value, String language) {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put(field, value);
        return As.once(Persona.LATIFA)
                .header("Accept-Language", language)
                .body(body)
                .post("/v1/persons")
                .then()
                .statusCode(422);
    }
}
