package ma.riaya.welfare.aidrequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.AidRequestsForTests;
import ma.riaya.welfare.encryption.FieldCipher;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

/** Whoever reads the tables reads no reason, and the reasons from before are sealed like those that came after. */
@QuarkusTest
class SealedReasonsDbTest {

    private static final String ILLNESS = "sclérose latérale zq7f3k";

    @Inject
    FieldCipher cipher;

    @Test
    void noTableHoldsAReasonInClear() throws SQLException {
        String id = AidRequestsForTests.underReview();
        As.once(Persona.FATIMA)
                .body("{\"reasons\":\"" + ILLNESS + "\"}")
                .post("/v1/aid-requests/" + id + "/complement-request")
                .then()
                .statusCode(200);
        assertThat(As.user(Persona.FATIMA)
                        .get("/v1/aid-requests/" + id + "/history")
                        .jsonPath()
                        .getList("items.reasons"))
                .contains(ILLNESS);
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            for (String table :
                    List.of("aid_request", "aid_request_move", "decision", "audit_entry", "idempotency_key")) {
                try (ResultSet rows =
                        sql.executeQuery("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")) {
                    rows.next();
                    assertThat(rows.getString(1)).doesNotContain("zq7f3k").doesNotContain("7a713766336b");
                }
            }
        }
    }

    @Test
    void theReasonsFromBeforeAreSealed() throws SQLException {
        UUID request = UUID.randomUUID();
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("CREATE SCHEMA before");
            sql.execute("SET LOCAL search_path = before");
            sql.execute("CREATE TABLE aid_request (id uuid, proposal_reasons text)");
            sql.execute("CREATE TABLE aid_request_move (request uuid, reasons text)");
            sql.execute("CREATE TABLE decision (request uuid, proposal_reasons text NOT NULL, reasons text NOT NULL)");
            sql.execute(
                    "INSERT INTO aid_request VALUES ('" + request + "', '" + ILLNESS + "'), (gen_random_uuid(), NULL)");
            sql.execute("INSERT INTO aid_request_move VALUES ('" + request + "', '" + ILLNESS + "')");
            sql.execute("INSERT INTO decision VALUES ('" + request + "', '" + ILLNESS + "', 'refusé')");
            new SealReasons(cipher).migrate(context(owner));
            assertThat(opened(sql, "SELECT proposal_reasons FROM aid_request WHERE id = '" + request + "'", request))
                    .isEqualTo(ILLNESS);
            assertThat(opened(sql, "SELECT reasons FROM aid_request_move", request))
                    .isEqualTo(ILLNESS);
            assertThat(opened(sql, "SELECT proposal_reasons FROM decision", request))
                    .isEqualTo(ILLNESS);
            assertThat(opened(sql, "SELECT reasons FROM decision", request)).isEqualTo("refusé");
            owner.rollback();
        }
    }

    private String opened(Statement sql, String query, UUID request) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return cipher.decryptText(rows.getBytes(1), Reasons.of(request));
        }
    }

    private static Context context(Connection connection) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> connection);
    }
}
