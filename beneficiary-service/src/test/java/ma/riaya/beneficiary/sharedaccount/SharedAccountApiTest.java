package ma.riaya.beneficiary.sharedaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One account that many are paid to is reported, at the counter without a name and to headquarters with all. */
@QuarkusTest
class SharedAccountApiTest {

    @Test
    void theCounterIsToldOfASharedAccountAndOfNobody() throws SQLException {
        String rib = RegistryCsv.rib();
        String elsewhere = People.registered("RAB");
        People.setAccount(elsewhere, rib);
        ask(People.registered("ERR"), rib).body("warnings", contains("account-shared"));
        String answer = ask(People.registered("ERR"), rib)
                .body("warnings", contains("account-of-many"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(elsewhere);
        ask(People.registered("ERR"), RegistryCsv.rib()).body("warnings", empty());
    }

    /** Requests of one day warn each other, and whoever decides on the first sees the last. */
    @Test
    void whoeverDecidesIsToldOfRequestsThatCameLater() {
        String rib = RegistryCsv.rib();
        String first = ask(People.registered("ERR"), rib)
                .body("warnings", empty())
                .extract()
                .path("id");
        ask(People.registered("ERR"), rib).body("warnings", contains("account-shared"));
        ask(People.registered("ERR"), rib).body("warnings", contains("account-of-many"));
        As.user(Persona.HASSAN)
                .get("/v1/change-requests/" + first)
                .then()
                .body("warnings", contains("account-of-many"));
    }

    @Test
    void headquartersListsAccountsOfManyFamiliesAndAFamilyCountsOnce() throws SQLException {
        String gathered = RegistryCsv.rib();
        List<String> payees = new ArrayList<>();
        for (int one = 0; one < 3; one++) {
            String id = People.registered("RAB");
            People.setAccount(id, gathered);
            payees.add(id);
        }
        String household = RegistryCsv.rib();
        String wife = People.registered("RAB");
        Map<String, @Nullable Object> man = People.body("RAB");
        man.put("sex", "M");
        String husband = People.register(man).getString("id");
        RegistryCsv.Row kin = RegistryCsv.person(RegistryCsv.reference()).set("rib", household);
        new RegistryCsv().with(kin).send();
        People.setAccount(wife, household);
        People.setAccount(husband, household);
        Approved.asked(
                wife,
                As.once(Persona.LATIFA)
                        .body(Map.of(
                                "kind",
                                "SPOUSE",
                                "personId",
                                husband,
                                "from",
                                "1989-08-17",
                                "evidence",
                                "Acte 4",
                                "reason",
                                "زواج"))
                        .post("/v1/persons/" + wife + "/links")
                        .then());
        String mark = fingerprint(payees.getFirst());
        Map<String, Object> listed = listed(mark);
        assertThat(listed).containsEntry("payees", 3).containsEntry("families", 3);
        assertThat(listed(fingerprint(wife))).as("three who are two families").isEmpty();
        JsonPath who = As.user(Persona.DRISS)
                .get("/v1/shared-accounts/" + mark + "/payees?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath rest = As.user(Persona.DRISS)
                .get("/v1/shared-accounts/" + mark + "/payees?limit=2&cursor=" + who.getString("next"))
                .jsonPath();
        List<String> all = new ArrayList<>(who.getList("items.personId"));
        all.addAll(rest.getList("items.personId"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(payees);
        assertThat(People.trail(payees.getFirst(), "shared-account-read")).isEqualTo(1);
    }

    @Test
    void otherRolesAreRefusedAndAFingerprintHasItsForm() {
        for (Persona other :
                new Persona[] {Persona.KHADIJA, Persona.YOUSSEF, Persona.NADIA, Persona.SALMA, Persona.MINA}) {
            As.user(other).get("/v1/shared-accounts").then().statusCode(403);
            As.user(other)
                    .get("/v1/shared-accounts/" + "0".repeat(64) + "/payees")
                    .then()
                    .statusCode(403);
        }
        As.user(Persona.DRISS)
                .get("/v1/shared-accounts/" + "0".repeat(64) + "/payees")
                .then()
                .statusCode(200)
                .body("items", empty());
        As.user(Persona.DRISS).get("/v1/shared-accounts/abc/payees").then().statusCode(400);
        As.user(Persona.DRISS)
                .get("/v1/shared-accounts?cursor=YWJj")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    private static ValidatableResponse ask(String person, String rib) {
        return As.user(Persona.AICHA)
                .header("If-Match", People.etag(person))
                .body(Map.of("rib", rib, "evidence", "شهادة بنكية 12", "reason", "حساب جديد"))
                .put("/v1/persons/" + person + "/account")
                .then()
                .statusCode(202);
    }

    /** Page after page until the account comes; empty where it does not. */
    private static Map<String, Object> listed(String mark) {
        String cursor = "";
        do {
            JsonPath page = As.user(Persona.DRISS)
                    .get("/v1/shared-accounts?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            for (Map<String, Object> item : items) {
                if (mark.equals(item.get("fingerprint"))) {
                    return item;
                }
            }
            String next = page.getString("next");
            cursor = next == null ? "" : next;
        } while (!cursor.isEmpty());
        return Map.of();
    }

    private static String fingerprint(String person) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT encode(iban_index, 'hex') FROM account WHERE person_id = '" + person + "' LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
