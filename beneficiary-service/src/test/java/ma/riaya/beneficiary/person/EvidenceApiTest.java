package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

/** What a paper tells of an illness is sealed, and shown for a purpose that covers health. */
@QuarkusTest
class EvidenceApiTest {

    private static final String ILLNESS = "Certificat: sclérose zq8f4k";

    @Inject
    SealedText texts;

    @Test
    void itIsShownForAPurposeThatCoversHealthAndKeptSealed() throws SQLException {
        String id = People.registered("RAB");
        Entered.at(
                "/v1/persons/" + id + "/categories",
                Map.of("category", "INJURED_ON_DUTY", "from", "2020-01-01", "evidence", ILLNESS));
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("categories[0].evidence", nullValue())
                .body("masked", contains("cin", "pension", "account", "health"));
        read(id, "DOUBLE_BENEFIT_CHECK").body("categories[0].evidence", nullValue());
        read(id, "AID_INSTRUCTION")
                .body("categories[0].evidence", equalTo(ILLNESS))
                .body("masked", contains("account"));
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT evidence FROM category_period WHERE person_id = '" + id + "'")) {
            row.next();
            assertThat(row.getString(1)).startsWith(SealedText.MARK).doesNotContain("zq8f4k");
            assertThat(texts.open(UUID.fromString(id), row.getString(1))).isEqualTo(ILLNESS);
        }
    }

    @Test
    void whatStoodBeforeIsSealedByTheMigration() throws SQLException {
        UUID person = UUID.randomUUID();
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("CREATE SCHEMA before");
            sql.execute("SET LOCAL search_path = before");
            sql.execute("CREATE TABLE category_period (id uuid, person_id uuid, evidence text)");
            sql.execute("INSERT INTO category_period VALUES (gen_random_uuid(), '" + person + "', '" + ILLNESS
                    + "'), (gen_random_uuid(), '" + person + "', NULL)");
            new SealEvidence.Sealing(texts, SealEvidence.PLACES.subList(0, 1)).migrate((Context) Proxy.newProxyInstance(
                    Context.class.getClassLoader(),
                    new Class<?>[] {Context.class},
                    (proxy, method, arguments) -> owner));
            try (ResultSet row = sql.executeQuery("SELECT evidence FROM category_period WHERE evidence IS NOT NULL")) {
                row.next();
                assertThat(row.getString(1)).startsWith(SealedText.MARK);
                assertThat(texts.open(person, row.getString(1))).isEqualTo(ILLNESS);
            }
            owner.rollback();
        }
    }

    private static io.restassured.response.ValidatableResponse read(String id, String purpose) {
        return As.user(Persona.KHADIJA)
                .header("Riaya-Purpose", purpose)
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200);
    }
}
