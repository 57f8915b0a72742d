package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** The bank account of a person: changed by a registry manager, read by finance to pay. */
@QuarkusTest
class AccountApiTest {

    @Test
    void eachWrongAccountIsRefusedByName() {
        String id = People.registered("RAB");
        refused(id, "01151900000120500053492", "rib-not-24-digits").body("parameters.length", equalTo(23));
        refused(id, "011519000001205000534922", "rib-key-wrong");
        refused(id, "FR7630006000011234567890189", "iban-not-moroccan");
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + id + "/account")
                .then()
                .statusCode(404)
                .body("code", equalTo("account-none"));
    }

    @Test
    void anUnknownBankIsAWarningAndTheFormerAccountIsKept() throws SQLException {
        String id = People.registered("RAB");
        String unknown = "999 780 0000000000000000 " + key("9997800000000000000000");
        String request = put(id, unknown)
                .statusCode(202)
                .body("warnings", contains("bank-unknown"))
                .extract()
                .path("id");
        Approved.byBrahim(request);
        Approved.rest(id);
        put(id, RegistryCsv.rib()).statusCode(202).body("warnings", empty());
        People.setAccount(id, RegistryCsv.rib());
        assertThat(count("SELECT count(*) FROM account WHERE person_id = '" + id + "'"))
                .isEqualTo(2);
        assertThat(People.trail(id, "account-changed")).isEqualTo(2);
    }

    @Test
    void onlyFinanceReadsItAndOnlyToPay() throws SQLException {
        String id = People.registered("RAB");
        People.setAccount(id, "011519000001205000534921");
        String path = "/v1/persons/" + id + "/account";
        for (Persona other :
                new Persona[] {Persona.KHADIJA, Persona.NADIA, Persona.LATIFA, Persona.SALMA, Persona.MINA}) {
            As.user(other).header("Riaya-Purpose", "PAYMENT").get(path).then().statusCode(403);
        }
        As.user(Persona.SAMIRA).get(path).then().statusCode(400).body("code", equalTo("purpose-missing"));
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "AUDIT")
                .get(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-not-covering"));
        assertThat(People.trail(id, "account-read")).isZero();
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get(path)
                .then()
                .statusCode(200)
                .body("iban", equalTo("MA64011519000001205000534921"))
                .body("holder", equalTo("Nezha SKALLI"));
        assertThat(People.trail(id, "account-read")).isEqualTo(1);
    }

    @Test
    void nothingIsPaidToADoubtedAccountNorToTheDead() throws SQLException {
        String reference = RegistryCsv.reference();
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", RegistryCsv.rib()))
                .send();
        String id = RegistryCsv.idOf(reference);
        account(id).statusCode(200);
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("rib", "011519000001205000534922"))
                .send();
        account(id)
                .statusCode(409)
                .body("code", equalTo("account-refused"))
                .body("parameters.problem", equalTo("rib-key-wrong"));
        People.setAccount(id, RegistryCsv.rib());
        account(id).statusCode(200);
        new RegistryCsv()
                .with(RegistryCsv.person(reference).set("death_date", "2024-02-03"))
                .send();
        account(id)
                .statusCode(409)
                .body("code", equalTo("person-deceased"))
                .body("parameters.deathDate", equalTo("2024-02-03"));
        assertThat(People.trail(id, "account-read")).isEqualTo(2);
    }

    private static ValidatableResponse account(String id) {
        return As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + id + "/account")
                .then();
    }

    @Test
    void anAccountMovedToAnotherRowInTheTablesDoesNotOpen() throws SQLException {
        String victim = People.registered("RAB");
        String thief = People.registered("RAB");
        People.setAccount(victim, RegistryCsv.rib());
        People.setAccount(thief, RegistryCsv.rib());
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("""
                    UPDATE account SET iban_sealed = (SELECT iban_sealed FROM account WHERE person_id = '%s')
                    WHERE person_id = '%s'
                    """.formatted(thief, victim));
        }
        As.user(Persona.SAMIRA)
                .header("Riaya-Purpose", "PAYMENT")
                .get("/v1/persons/" + victim + "/account")
                .then()
                .statusCode(500);
    }

    private static ValidatableResponse put(String id, String rib) {
        return As.user(Persona.LATIFA)
                .header("If-Match", People.etag(id))
                .body(Map.of("rib", rib, "evidence", "شهادة بنكية 12", "reason", "حساب جديد"))
                .put("/v1/persons/" + id + "/account")
                .then();
    }

    private static ValidatableResponse refused(String id, String rib, String code) {
        return put(id, rib).statusCode(422).body("code", equalTo(code));
    }

    private static String key(String first) {
        return "%02d"
                .formatted(97
                        - new BigInteger(first + "00")
                                .mod(BigInteger.valueOf(97))
                                .intValue());
    }

    private static long count(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                var rows = app.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
