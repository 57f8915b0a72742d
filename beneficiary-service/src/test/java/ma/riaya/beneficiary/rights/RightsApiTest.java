package ma.riaya.beneficiary.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person gets a copy of all that is held, and has it corrected. */
@QuarkusTest
class RightsApiTest {

    @Test
    void aCopyHoldsAllThatIsKeptAndWhoLooked() throws SQLException {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", "R10001");
        String id = People.register(body).getString("id");
        People.setAccount(id, "011519000001205000534921");
        People.setAccount(id, "001810007800020110620318");
        Entered.at(
                "/v1/persons/" + id + "/pensions",
                Map.of("from", "2020-01-01", "amount", Map.of("amount", "1965.50", "currency", "MAD")));
        export(mina(id), id, "PERSON_REQUEST")
                .statusCode(200)
                .header("Content-Disposition", containsString(id + ".json"))
                .body("held.person.rows[0].cin", equalTo("R10001"))
                .body("held.person.rows[0].family_name_ar", equalTo("الصقلي"))
                .body(
                        "held.account.rows.iban",
                        contains("MA64011519000001205000534921", "MA64001810007800020110620318"))
                .body("held.pension_period.rows[0].amount", equalTo("1965.50"))
                .body("held.person_link.rows", empty())
                .body("held.correction_request.rows", empty())
                .body("looks[0].kind", equalTo("person-exported"));
        String whole = export(As.user(Persona.LATIFA), id, "PERSON_REQUEST")
                .statusCode(200)
                .body("looks.kind", hasItem("person-exported"))
                .extract()
                .asString();
        assertThat(whole).doesNotContain("\\\\x").doesNotContain("_sealed").doesNotContain("cin_index");
        assertThat(People.trail(id, "person-exported")).isEqualTo(2);
        export(mina(id), id, "AUDIT").statusCode(403).body("code", equalTo("purpose-not-covering"));
        export(As.user(Persona.LATIFA), id, "").statusCode(400).body("code", equalTo("purpose-missing"));
        export(mina(People.registered("RAB")), id, "PERSON_REQUEST").statusCode(404);
        export(As.user(Persona.MINA), id, "PERSON_REQUEST").statusCode(404);
        export(As.user(Persona.DRISS), id, "PERSON_REQUEST").statusCode(403);
        export(As.user(Persona.KHADIJA), id, "PERSON_REQUEST").statusCode(403);
    }

    @Test
    void aRequestForCorrectionIsFiledAndAnsweredWithReasons() throws SQLException {
        String id = People.registered("RAB");
        String path = "/v1/persons/" + id + "/correction-requests";
        String request = once(mina(id))
                .body(Map.of("said", "Je suis née le 12 mai."))
                .post(path)
                .then()
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("filedAs", equalTo("PERSON"))
                .body("said", nullValue())
                .extract()
                .jsonPath()
                .getString("id");
        String one = "/v1/correction-requests/" + request;
        mina(id).get(one).then().statusCode(200).body("said", equalTo("Je suis née le 12 mai."));
        As.user(Persona.LATIFA)
                .get(one)
                .then()
                .statusCode(200)
                .body("said", nullValue())
                .body("actions", contains("answer"));
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "PERSON_REQUEST")
                .get(one)
                .then()
                .body("said", equalTo("Je suis née le 12 mai."));
        assertThat(People.trail(id, "correction-read")).isEqualTo(1);
        As.user(Persona.LATIFA)
                .get("/v1/correction-requests?state=FILED&limit=200")
                .then()
                .body("items.id", hasItem(request));
        mina(People.registered("RAB")).get(one).then().statusCode(404).body("code", equalTo("correction-unknown"));
        As.user(Persona.FATIMA).get(one).then().statusCode(403);
        once(mina(id)).body("{}").post(one + "/answer").then().statusCode(403);
        answer(one, "REFUSED", "Aucune pièce produite.").statusCode(200).body("state", equalTo("REFUSED"));
        answer(one, "ACCEPTED", "x").statusCode(409).body("code", equalTo("correction-answered"));
        mina(id).get(path).then().body("items[0].answer", equalTo("Aucune pièce produite."));
        once(mina(id)).post(one + "/withdrawal").then().statusCode(409);
        assertThat(People.trail(id, "correction-filed")).isEqualTo(1);
        assertThat(People.trail(id, "correction-refused")).isEqualTo(1);
    }

    @Test
    void nobodyAnswersWhatTheyFiledNorTakesBackAnothers() {
        String id = People.registered("RAB");
        String one = "/v1/correction-requests/"
                + As.once(Persona.KHADIJA)
                        .body(Map.of("said", "x"))
                        .post("/v1/persons/" + id + "/correction-requests")
                        .then()
                        .statusCode(201)
                        .body("filedAs", equalTo("OFFICER"))
                        .extract()
                        .jsonPath()
                        .getString("id");
        once(mina(id)).post(one + "/withdrawal").then().statusCode(403).body("code", equalTo("correction-not-yours"));
        once(As.withToken(IdentityProvider.token(Persona.LATIFA, Map.of("person", id))))
                .body(Map.of("outcome", "ACCEPTED", "reasons", "mine"))
                .post(one + "/answer")
                .then()
                .statusCode(403)
                .body("code", equalTo("correction-own"));
        As.once(Persona.KHADIJA)
                .post(one + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        As.once(Persona.FATIMA)
                .body(Map.of("said", "x"))
                .post("/v1/persons/" + id + "/correction-requests")
                .then()
                .statusCode(403);
        answer("/v1/correction-requests/" + UUID.randomUUID(), "ACCEPTED", "x").statusCode(404);
    }

    private static ValidatableResponse answer(String one, String outcome, String reasons) {
        return As.once(Persona.LATIFA)
                .body(Map.of("outcome", outcome, "reasons", reasons))
                .post(one + "/answer")
                .then();
    }

    private static ValidatableResponse export(RequestSpecification who, String id, String purpose) {
        return who.header("Riaya-Purpose", purpose)
                .post("/v1/persons/" + id + "/export")
                .then();
    }

    private static RequestSpecification mina(String id) {
        return As.withToken(IdentityProvider.token(Persona.MINA, Map.of("person", id)));
    }

    private static RequestSpecification once(RequestSpecification who) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
