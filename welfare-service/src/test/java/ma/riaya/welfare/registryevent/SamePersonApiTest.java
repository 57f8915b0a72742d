package ma.riaya.welfare.registryevent;

import static ma.riaya.testkit.Persona.DRISS;
import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.RegistryTold.attributed;
import static ma.riaya.welfare.RegistryTold.dead;
import static ma.riaya.welfare.RegistryTold.merged;
import static ma.riaya.welfare.RegistryTold.tell;
import static ma.riaya.welfare.RegistryTold.unmerged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.AidRequestsForTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was merged in the registry is one person here, as long as it lasts; the books keep the id that something was done for. */
@QuarkusTest
class SamePersonApiTest {

    private final UUID survivor = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID merge = UUID.randomUUID();

    @Test
    void whatWasAskedUnderEitherIdIsThePersonsWhileTheyAreOne() {
        String first = draft(survivor);
        String second = draft(other);
        requestsOf(survivor).body("items.id", contains(first));
        tell(merged(merge, other, survivor));
        requestsOf(survivor).body("items.id", containsInAnyOrder(first, second));
        requestsOf(other).body("items.id", containsInAnyOrder(first, second));
        As.user(DRISS).get("/v1/aid-requests/" + second).then().body("person.id", equalTo(other.toString()));
        tell(unmerged(merge, other, survivor));
        requestsOf(survivor).body("items.id", contains(first));
        requestsOf(other).body("items.id", contains(second));
    }

    @Test
    void anOpenRequestUnderTheOneIdIsInTheWayOfOneUnderTheOther() throws SQLException {
        draft(survivor);
        tell(merged(merge, other, survivor));
        open(other).statusCode(409).body("code", equalTo("request-already-open"));
        assertThat(one("SELECT count(*) FROM aid_request WHERE person = '" + other + "'"))
                .isEqualTo("0");
        tell(unmerged(merge, other, survivor));
        open(other).statusCode(201).body("person.id", equalTo(other.toString()));
    }

    @Test
    void aRequestMadeMeanwhileIsWhoseItIsSaidToBe() {
        tell(merged(merge, other, survivor));
        String theirs = AidRequestsForTests.draft(survivor);
        tell(attributed(theirs, other, survivor), unmerged(merge, other, survivor));
        requestsOf(other).body("items.id", contains(theirs)).body("items[0].person.id", equalTo(other.toString()));
        requestsOf(survivor).body("items.size()", equalTo(0));
        open(other).statusCode(409).body("code", equalTo("request-already-open"));
        String elsewhere = draft(UUID.randomUUID());
        tell(attributed(elsewhere, other, survivor));
        requestsOf(other).body("items.id", contains(theirs));
    }

    @Test
    void noticesThatComeTwiceLateOrInAnotherOrderSayTheSame() throws SQLException {
        Map<String, @Nullable Object> begins = merged(merge, other, survivor);
        Map<String, @Nullable Object> ends = unmerged(merge, other, survivor);
        tell(ends).body("fresh", equalTo(1));
        tell(begins).body("fresh", equalTo(1));
        tell(begins, ends).body("fresh", equalTo(0));
        assertThat(one("SELECT cardinality(ids_of_person('" + other + "'))")).isEqualTo("1");
        assertThat(one("SELECT since || ' ' || until FROM person_alias WHERE merge = '" + merge + "'"))
                .isEqualTo("2025-08-01 2025-09-01");
        UUID again = UUID.randomUUID();
        tell(merged(again, survivor, other));
        assertThat(one("SELECT cardinality(ids_of_person('" + other + "'))")).isEqualTo("2");
        assertThat(one("SELECT person_standing('" + survivor + "')")).isEqualTo(other.toString());
        assertThat(one("SELECT person_standing('" + other + "')")).isEqualTo(other.toString());
    }

    @Test
    void nothingIsOrderedForTheDeadUnderTheOtherIdEither() {
        String id = AidRequestsForTests.approved("5000.00");
        UUID asked = UUID.fromString(AidRequestsForTests.read(SAMIRA, id).path("person.id"));
        tell(dead(survivor, "KNOWN"), merged(merge, asked, survivor));
        order(id).statusCode(409).body("code", equalTo("payee-told-dead"));
        tell(unmerged(merge, asked, survivor));
        order(id).statusCode(200);
    }

    @Test
    void anOwnFileIsOwnUnderEveryId() {
        String id = draft(other);
        tell(merged(merge, other, survivor));
        String own = IdentityProvider.token(FATIMA, Map.of("person", survivor.toString()));
        As.withToken(own)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reasons\": \"Je renonce\"}")
                .post("/v1/aid-requests/" + id + "/withdrawal")
                .then()
                .statusCode(403)
                .body("code", equalTo("own-file"));
        As.withToken(own)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(AidRequestsForTests.opening(other))
                .post("/v1/aid-requests")
                .then()
                .statusCode(403)
                .body("code", equalTo("own-file"));
    }

    private static ValidatableResponse requestsOf(UUID person) {
        return As.user(DRISS).get("/v1/aid-requests?person=" + person).then().statusCode(200);
    }

    private static ValidatableResponse open(UUID person) {
        return AidRequestsForTests.open(FATIMA, person).then();
    }

    private static ValidatableResponse order(String id) {
        return As.once(SAMIRA).post("/v1/aid-requests/" + id + "/order").then();
    }

    private static String one(String sql) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
