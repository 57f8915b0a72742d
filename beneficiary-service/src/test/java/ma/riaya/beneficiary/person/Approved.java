package ma.riaya.beneficiary.person;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;

/** The second person of what tests change. */
public final class Approved {

    private Approved() {}

    /** Brahim approves the request as it stands. */
    public static JsonPath byBrahim(String request) {
        return by(Persona.BRAHIM, request);
    }

    public static JsonPath by(Persona approver, String request) {
        return As.once(approver)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The days that a new account rests pass: behind the service, everything about the accounts of the person happened a week earlier. */
    public static void rest(String person) {
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("ALTER TABLE account DISABLE TRIGGER USER");
            sql.execute("UPDATE account SET used_from = used_from - interval '7 days',"
                    + " used_until = used_until - interval '7 days' WHERE person_id = '" + person + "'");
            sql.execute("ALTER TABLE account ENABLE TRIGGER USER");
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
