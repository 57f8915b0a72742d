package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.intake.RegistryCsv;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever reads the tables reads no number of identity, no account and no pension. */
@QuarkusTest
class NothingInClearDbTest {

    @Test
    void noTableHoldsASensitiveValueInClear() throws SQLException {
        String cinByHand = "ZQ7654321";
        String cinByFile = "ZQ7654322";
        String ribByHand = RegistryCsv.rib(7_654_321_987L);
        String ribByFile = RegistryCsv.rib(7_654_321_988L);
        String pension = "76543.21";
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("cin", cinByHand);
        String id = People.register(body).getString("id");
        People.setAccount(id, ribByHand);
        Approved.asked(
                id,
                As.once(Persona.LATIFA)
                        .body(Map.of(
                                "from", "2020-01-01",
                                "amount", Map.of("amount", pension, "currency", "MAD"),
                                "evidence", "Avis 17",
                                "reason", "رفع المعاش"))
                        .post("/v1/persons/" + id + "/pensions")
                        .then());
        As.user(Persona.DRISS)
                .header("Riaya-Purpose", "AUDIT")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200);
        new RegistryCsv()
                .with(RegistryCsv.person(RegistryCsv.reference())
                        .set("cin", cinByFile)
                        .set("rib", ribByFile)
                        .set("pensions", "2020-01-01/:" + pension))
                .send();
        String dump = dump();
        assertThat(dump).contains("الصقلي");
        for (String secret : List.of(cinByHand, cinByFile, ribByHand, ribByFile, pension)) {
            assertThat(dump.contains(secret)).as("in clear").isFalse();
            assertThat(dump.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                    .as("as bytes")
                    .isFalse();
        }
    }

    private static String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        for (String table : read("""
                SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind = 'r'
                """)) {
            read("SELECT t::text FROM " + table + " t").forEach(dump::append);
        }
        return dump.toString();
    }

    private static List<String> read(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = Postgres.asOwner();
                ResultSet rows = owner.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
