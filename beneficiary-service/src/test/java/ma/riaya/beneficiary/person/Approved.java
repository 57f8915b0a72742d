package ma.riaya.beneficiary.person;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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

    /** What was asked for is approved by Brahim; the person as Latifa sees it then. */
    public static ValidatableResponse asked(String person, ValidatableResponse asked) {
        byBrahim(asked.statusCode(202).extract().path("id"));
        return As.user(Persona.LATIFA).get("/v1/persons/" + person).then().statusCode(200);
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
