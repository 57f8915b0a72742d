package ma.riaya.beneficiary.event;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.riaya.beneficiary.person.Approved;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** Lives that tests enter through the API. */
final class Life {

    private Life() {}

    static String person(String sex, String birth) {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("sex", sex);
        body.put("birthDate", birth);
        return People.register(body).getString("id");
    }

    /** An officer in active service since the day. */
    static String officer(String birth, String since) {
        String id = person("M", birth);
        category(id, "ACTIVE", since);
        return id;
    }

    static void category(String id, String category, String from) {
        Approved.asked(
                id,
                As.once(Persona.LATIFA)
                        .body(Map.of("category", category, "from", from, "evidence", "Acte 1", "reason", "تعيين"))
                        .post("/v1/persons/" + id + "/categories")
                        .then());
    }

    static void link(String one, String kind, String other, String from) {
        Approved.asked(
                one,
                As.once(Persona.LATIFA)
                        .body(Map.of(
                                "kind", kind, "personId", other, "from", from, "evidence", "Acte 5", "reason", "قرابة"))
                        .post("/v1/persons/" + one + "/links")
                        .then());
    }

    static Map<String, @Nullable Object> event(String kind, String day, @Nullable String other) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("day", day);
        body.put("otherId", other);
        body.put("evidence", "Acte 7/2025");
        if (kind.equals("DEATH")) {
            body.put("manner", "IN_SERVICE");
        }
        return body;
    }

    static ValidatableResponse post(Persona persona, String id, Map<String, @Nullable Object> event) {
        return As.once(persona)
                .body(event)
                .post("/v1/persons/" + id + "/events")
                .then();
    }

    /** Latifa enters it; the event as JSON. */
    static JsonPath happens(String id, String kind, String day, @Nullable String other) {
        return post(Persona.LATIFA, id, event(kind, day, other))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static JsonPath corrected(String id, String event, @Nullable Map<String, @Nullable Object> instead) {
        return correct(Persona.LATIFA, id, event, instead)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse correct(
            Persona persona, String id, String event, @Nullable Map<String, @Nullable Object> instead) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("reason", "L’acte dit autre chose");
        body.put("event", instead);
        return As.once(persona)
                .body(body)
                .post("/v1/persons/" + id + "/events/" + event + "/correction")
                .then();
    }

    static JsonPath on(String id, String day, @Nullable String knownAt) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/categories?on=" + day + (knownAt == null ? "" : "&knownAt=" + knownAt))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String held(String id, String day) {
        return String.join(",", on(id, day, null).getList("categories.category", String.class));
    }

    static JsonPath events(String id) {
        return As.user(Persona.LATIFA)
                .get("/v1/persons/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
