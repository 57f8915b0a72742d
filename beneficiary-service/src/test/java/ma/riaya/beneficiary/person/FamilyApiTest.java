package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who can be what to whom, and who is paid for whom. */
@QuarkusTest
class FamilyApiTest {

    @Test
    void whatIsCertainlyWrongIsRefusedByName() {
        String mother = person("F", "1970-01-01", null);
        link(person("F", "1970-01-01", null), "CHILD", mother, "1990-01-01", 422, "parent-born-after-child");
        link(person("F", "1960-01-01", null), "CHILD", mother, "1990-01-01", 422, "parent-born-after-child");
        link(mother, "PARENT", person("F", "1981-06-01", null), "1990-01-01", 422, "parent-too-young")
                .body("parameters.age", equalTo(11));
        link(person("M", "1995-01-01", null), "SPOUSE", mother, "2006-12-31", 422, "spouse-too-young");
        link(person("M", "1995-01-01", null), "GUARDIAN", mother, "2012-12-31", 422, "guardian-under-age");
        link(person("F", "1995-01-01", null), "CHILD", mother, "1994-12-31", 422, "link-before-birth");
        link(person("M", "1960-01-01", "2000-05-05"), "SPOUSE", mother, "2000-05-06", 422, "link-after-death");
        link(mother, "PARENT", mother, "1994-12-31", 422, "link-to-self");
    }

    /** Only an import could have brought the first half of the circle. */
    @Test
    void nobodyIsTheirOwnAncestor() throws SQLException {
        String old = RegistryCsv.reference();
        String young = RegistryCsv.reference();
        new RegistryCsv()
                .with(RegistryCsv.person(old)
                        .set("birth_date", "1940-01-01")
                        .set("links", "CHILD:" + young + ":1990-01-01/"))
                .with(RegistryCsv.person(young).set("birth_date", "1970-01-01"))
                .send();
        link(RegistryCsv.idOf(young), "CHILD", RegistryCsv.idOf(old), "1990-01-01", 422, "parent-cycle");
    }

    @Test
    void whatIsOnlyUnlikelyIsAWarning() {
        String mother = person("F", "1970-01-01", null);
        linked(person("F", "1984-01-01", null), "CHILD", mother, "1984-01-01")
                .body("warnings", containsInAnyOrder("parent-very-young"));
        String child = person("M", "1999-01-01", null);
        linked(child, "CHILD", mother, "1999-01-01").body("warnings", empty());
        linked(child, "CHILD", person("F", "1971-01-01", null), "1999-01-01")
                .body("warnings", containsInAnyOrder("second-parent-of-same-sex"));
        linked(child, "CHILD", person("M", "1951-01-01", "1990-01-01"), "1999-01-01")
                .body("warnings", containsInAnyOrder("born-after-parent-died"));
        String husband = person("M", "1960-01-01", null);
        linked(mother, "SPOUSE", husband, "1986-01-01").body("warnings", containsInAnyOrder("spouse-minor"));
        linked(mother, "SPOUSE", person("M", "1961-01-01", null), "1990-01-01")
                .body("warnings", containsInAnyOrder("wife-married-already"));
        for (int wife = 0; wife < 3; wife++) {
            linked(person("F", "1965-01-01", null), "SPOUSE", husband, "1991-01-01")
                    .body("warnings", empty());
        }
        linked(person("F", "1965-01-01", null), "SPOUSE", husband, "1992-01-01")
                .body("warnings", containsInAnyOrder("husband-has-four-wives"));
        linked(husband, "GUARDIAN", person("F", "1965-01-01", null), "1999-01-01")
                .body("warnings", containsInAnyOrder("ward-of-age"));
    }

    @Test
    void aMinorIsPaidThroughWhoeverIsNamedAndAnAdultInPerson() throws SQLException {
        String minor = person("M", LocalDate.now().minusYears(10).toString(), null);
        String widow = person("F", "1980-01-01", null);
        People.setAccount(minor, RegistryCsv.rib());
        String account = RegistryCsv.rib();
        People.setAccount(widow, account);
        payee(minor, "").body("payeeId", nullValue()).body("ground", equalTo("NONE"));
        paid(minor, 409).body("code", equalTo("payee-missing"));
        name(minor, widow, "MINOR", null, 201);
        payee(minor, "")
                .body("payeeId", equalTo(widow))
                .body("ground", equalTo("MINOR"))
                .body("evidence", equalTo("Acte de tutelle 7"));
        paid(minor, 200)
                .body("iban", equalTo("MA64" + account))
                .body("holder", equalTo("Nezha SKALLI"))
                .body("payeeId", equalTo(widow));
        String grown = LocalDate.now().plusYears(8).toString();
        payee(minor, "?on=" + grown).body("payeeId", equalTo(minor)).body("ground", equalTo("SELF"));
        name(minor, person("F", "1980-01-01", null), "MINOR", null, 409).body("code", equalTo("payee-overlaps"));
        paid(widow, 200).body("payeeId", equalTo(widow));
        String old = person("F", "1940-01-01", null);
        name(old, widow, "INCAPABLE", null, 201);
        payee(old, "").body("payeeId", equalTo(widow)).body("ground", equalTo("INCAPABLE"));
        assertThat(People.trail(minor, "payee-named")).isEqualTo(1);
    }

    @Test
    void aNamingIsCorrectedWithoutRewritingWhatWasKnown() {
        String minor = person("M", LocalDate.now().minusYears(10).toString(), null);
        String first = person("F", "1980-01-01", null);
        String second = person("F", "1981-01-01", null);
        name(minor, first, "MINOR", null, 201);
        String before = payee(minor, "").extract().path("knownAt");
        String period = As.user(Persona.LATIFA)
                .get("/v1/persons/" + minor + "/history")
                .path("items.find { it.fact == 'PAYEE' }.id");
        Map<String, Object> body = naming(second, "MINOR");
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(minor))
                .body(body)
                .put("/v1/persons/" + minor + "/payees/" + period)
                .then()
                .statusCode(200);
        payee(minor, "").body("payeeId", equalTo(second));
        payee(minor, "?knownAt=" + before).body("payeeId", equalTo(first));
        As.user(Persona.LATIFA)
                .header("If-Match", People.etag(minor))
                .body(body)
                .put("/v1/persons/" + minor + "/payees/" + period)
                .then()
                .statusCode(404)
                .body("code", equalTo("payee-period-unknown"));
        As.user(Persona.LATIFA)
                .body(body)
                .put("/v1/persons/" + minor + "/payees/" + period)
                .then()
                .statusCode(428);
    }

    @Test
    void theOnlyGuardianOfAMinorIsPaidAndTheDeadAreNot() {
        String minor = person("M", LocalDate.now().minusYears(10).toString(), null);
        String guardian = person("M", "1980-01-01", null);
        linked(guardian, "GUARDIAN", minor, LocalDate.now().minusYears(1).toString());
        payee(minor, "").body("payeeId", equalTo(guardian)).body("ground", equalTo("GUARDIAN"));
        linked(
                person("F", "1980-01-01", null),
                "GUARDIAN",
                minor,
                LocalDate.now().minusYears(1).toString());
        payee(minor, "").body("ground", equalTo("NONE"));
        String dead = person("F", "1980-01-01", LocalDate.now().minusDays(1).toString());
        String other = person("M", LocalDate.now().minusYears(10).toString(), null);
        name(other, dead, "MINOR", LocalDate.now().minusYears(1).toString(), 201);
        payee(other, "?on=" + LocalDate.now().minusDays(2)).body("payeeId", equalTo(dead));
        payee(other, "").body("ground", equalTo("NONE"));
    }

    @Test
    void nobodyIsNamedWhoCannotBe() {
        String minor = person("M", LocalDate.now().minusYears(10).toString(), null);
        name(minor, minor, "MINOR", null, 422).body("code", equalTo("payee-is-self"));
        String young = person("M", LocalDate.now().minusYears(17).toString(), null);
        name(minor, young, "MINOR", null, 422).body("code", equalTo("payee-under-age"));
        String dead = person("F", "1940-01-01", "2020-01-01");
        name(minor, dead, "MINOR", null, 422).body("code", equalTo("payee-dead"));
        name(person("F", "1940-01-01", null), dead, "MINOR", "2019-01-01", 422)
                .body("code", equalTo("payee-not-needed"));
        for (Persona other : new Persona[] {Persona.KHADIJA, Persona.YOUSSEF, Persona.SAMIRA, Persona.SALMA}) {
            As.once(other)
                    .body(naming(dead, "MINOR"))
                    .post("/v1/persons/" + minor + "/payees")
                    .then()
                    .statusCode(403);
        }
    }

    static String person(String sex, String birth, @Nullable String death) {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("sex", sex);
        body.put("birthDate", birth);
        body.put("deathDate", death);
        return People.register(body).getString("id");
    }

    private static ValidatableResponse link(
            String one, String kind, String other, String from, int status, String code) {
        return post(one, kind, other, from).statusCode(status).body("code", equalTo(code));
    }

    private static ValidatableResponse linked(String one, String kind, String other, String from) {
        ValidatableResponse asked = post(one, kind, other, from);
        Approved.asked(one, asked);
        return asked;
    }

    private static ValidatableResponse post(String one, String kind, String other, String from) {
        return As.once(Persona.LATIFA)
                .body(Map.of(
                        "kind",
                        kind,
                        "personId",
                        other,
                        "from",
                        from,
                        "evidence",
                        "Acte 5",
                        "reason",
                        "لم تسجل القرابة"))
                .post("/v1/persons/" + one + "/links")
                .then();
    }

    private static Map<String, Object> naming(String payee, String ground) {
        return new HashMap<>(Map.of(
                "payeeId",
                payee,
                "ground",
                ground,
                "from",
                LocalDate.now().toString(),
                "evidence",
                "Acte de tutelle 7"));
    }

    private static ValidatableResponse name(
            String person, String payee, String ground, @Nullable String from, int status) {
        Map<String, Object> body = naming(payee, ground);
        if (from != null) {
            body.put("from", from);
        }
        return As.once(Persona.LATIFA)
                .body(body)
                .post("/v1/persons/" + person + "/payees")
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse payee(String person, String query) {
        return As.user(Persona.KHADIJA)
                .get("/v1/persons/" + person + "/payee" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse paid(String person, int status) {
        return As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + person + "/account")
                .then()
                .statusCode(status);
    }
}
