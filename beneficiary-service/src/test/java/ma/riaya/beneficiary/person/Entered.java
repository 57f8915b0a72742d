package ma.riaya.beneficiary.person;

import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** What one registry manager enters by hand and another approves, with the paper and the reason that are asked for. */
public final class Entered {

    private Entered() {}

    /** Latifa asks and Brahim approves. */
    public static void at(String path, Map<String, ? extends @Nullable Object> body) {
        at(path, body, As::once);
    }

    /** The same by two people as the test has them. */
    public static void at(
            String path, Map<String, ? extends @Nullable Object> body, Function<Persona, RequestSpecification> as) {
        String request = as.apply(Persona.LATIFA)
                .body(grounded(body))
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        as.apply(Persona.BRAHIM)
                .header("If-Match", "\"1\"")
                .post("/v1/change-requests/" + request + "/approval")
                .then()
                .statusCode(200);
    }

    /** The identity of a person, corrected. */
    public static void identity(String id, Map<String, ? extends @Nullable Object> body) {
        Approved.asked(
                id,
                As.once(Persona.LATIFA)
                        .header("If-Match", People.etag(id))
                        .body(grounded(body))
                        .put("/v1/persons/" + id)
                        .then());
    }

    public static Map<String, @Nullable Object> grounded(Map<String, ? extends @Nullable Object> body) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(body);
        all.putIfAbsent("evidence", "Acte 1");
        all.putIfAbsent("reason", "Saisie au guichet");
        return all;
    }
}
