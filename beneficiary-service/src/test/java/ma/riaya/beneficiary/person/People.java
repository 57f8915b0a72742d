package ma.riaya.beneficiary.person;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;

/** People whom tests enter through the API. */
public final class People {

    private People() {}

    /** A woman of the office, believable in all that a test does not set. */
    public static Map<String, @Nullable Object> body(@Nullable String office) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("familyNameAr", "الصقلي");
        body.put("givenNameAr", "نزهة");
        body.put("familyNameLatin", "SKALLI");
        body.put("givenNameLatin", "Nezha");
        body.put("sex", "F");
        body.put("birthDate", "1961-11-02");
        body.put("office", office);
        return body;
    }

    /** Latifa enters the person; the answer as JSON. */
    public static JsonPath register(Map<String, @Nullable Object> body) {
        return As.once(Persona.LATIFA)
                .body(body)
                .post("/v1/persons")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static String registered(@Nullable String office) {
        return register(body(office)).getString("id");
    }

    public static String etag(String id) {
        return As.user(Persona.LATIFA).get("/v1/persons/" + id).header("ETag");
    }

    /** Latifa asks for the account, Brahim approves it, and its rest passes. */
    public static void setAccount(String id, String rib) {
        Approved.byBrahim(askAccount(id, rib));
        Approved.rest(id);
    }

    /** Latifa asks for the account; the request. */
    public static String askAccount(String id, String rib) {
        return As.user(Persona.LATIFA)
                .header("If-Match", etag(id))
                .body(Map.of("rib", rib, "evidence", "شهادة بنكية 12", "reason", "حساب جديد"))
                .put("/v1/persons/" + id + "/account")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** What the trail has about the person, by its action. */
    public static long trail(String id, String action) throws SQLException {
        try (Connection connection = Postgres.asApp();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM audit_entry WHERE subject_id = ? AND action = ?")) {
            statement.setString(1, id);
            statement.setString(2, action);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
