package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever enters a person is told who of the registry may be the same, and is not held up. */
@QuarkusTest
class PossibleDoublesApiTest {

    @Test
    void whoIsEnteredAgainUnderAnotherSpellingIsSeenAtOnce() {
        JsonPath first = entered("ERR", "أكجكال", "AGOUJGAL", "1957-03-06", null);
        assertThat(first.getList("actions")).doesNotContain("see-possible-doubles");
        JsonPath again = entered("ERR", "أكوجكال", "AGOUJGALE", "1957-03-06", null);
        assertThat(again.getList("actions")).contains("see-possible-doubles");
        doubles(Persona.FATIMA, again.getString("id"))
                .statusCode(200)
                .body("items.id", contains(first.getString("id")))
                .body("items[0].certainty", equalTo("LIKELY"))
                .body("items[0].birthDateIs", equalTo("SAME"))
                .body("items[0].nameScore", greaterThan(0.84f))
                .body("items[0].nameParts.ours", hasItem("نزهة"));
        JsonPath swapped = entered("ERR", "أكجكال", "AGOUJGAL", "1957-06-03", null);
        doubles(Persona.LATIFA, swapped.getString("id"))
                .body("items.birthDateIs", hasItem("SWAPPED"))
                .body("items.certainty", hasItem("LIKELY"));
    }

    @Test
    void oneNumberOfIdentityIsCertainAndTwoAreTwoPeople() {
        JsonPath first = entered("ERR", "أمزلاغ", "AMZLAGH", "1959-05-08", "UK448120");
        JsonPath again = entered("ERR", "أمزلاغ", "AMZLAGH", "1961-10-20", "UK448120");
        doubles(Persona.LATIFA, again.getString("id"))
                .body("items.id", contains(first.getString("id")))
                .body("items[0].certainty", equalTo("CERTAIN"))
                .body("items[0].cinIs", equalTo("SAME"));
        JsonPath namesake = entered("ERR", "أمزلاغ", "AMZLAGH", "1959-05-08", "UK448121");
        doubles(Persona.LATIFA, namesake.getString("id")).body("items", empty());
    }

    @Test
    void whomOneMayNotReadIsNotShown() {
        JsonPath elsewhere = entered("RAB", "أزنزار", "AZENZAR", "1963-02-09", null);
        JsonPath own = entered("ERR", "أزنزار", "AZENZAR", "1963-02-09", null);
        doubles(Persona.LATIFA, own.getString("id")).body("items.id", contains(elsewhere.getString("id")));
        doubles(Persona.FATIMA, own.getString("id")).statusCode(200).body("items", empty());
        doubles(Persona.FATIMA, elsewhere.getString("id")).statusCode(403).body("code", equalTo("office-out-of-reach"));
        doubles(Persona.SALMA, own.getString("id")).statusCode(403);
        doubles(Persona.FATIMA, own.getString("id")).body("items.id", not(hasItem(own.getString("id"))));
    }

    private static ValidatableResponse doubles(Persona persona, String id) {
        return As.user(persona).get("/v1/persons/" + id + "/possible-doubles").then();
    }

    private static JsonPath entered(
            String office, String familyAr, String familyLatin, String birthDate, @Nullable String cin) {
        Map<String, @Nullable Object> body = People.body(office);
        body.put("familyNameAr", familyAr);
        body.put("familyNameLatin", familyLatin);
        body.put("birthDate", birthDate);
        body.put("cin", cin);
        return People.register(body);
    }
}
