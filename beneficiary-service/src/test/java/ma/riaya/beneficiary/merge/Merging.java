package ma.riaya.beneficiary.merge;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** Merges that tests make through the API: Latifa proposes, Brahim approves. */
final class Merging {

    private Merging() {}

    static String person(String familyAr, String familyLatin, String birthDate, @Nullable String cin) {
        Map<String, @Nullable Object> body = People.body("ERR");
        body.put("familyNameAr", familyAr);
        body.put("familyNameLatin", familyLatin);
        body.put("birthDate", birthDate);
        body.put("cin", cin);
        return People.register(body).getString("id");
    }

    static Map<String, Object> body(String survivor, String merged, Map<String, String> choices, List<String> dropped) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("survivor", survivor);
        body.put("merged", merged);
        body.put("choices", choices);
        body.put("dropped", dropped);
        body.put("reason", "CIN vue au guichet");
        return body;
    }

    static ValidatableResponse propose(
            Persona by, String survivor, String merged, Map<String, String> choices, List<String> dropped) {
        return As.once(by)
                .body(body(survivor, merged, choices, dropped))
                .post("/v1/merges")
                .then();
    }

    static String proposed(String survivor, String merged, Map<String, String> choices, List<String> dropped) {
        return propose(Persona.LATIFA, survivor, merged, choices, dropped)
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse approve(Persona by, String merge) {
        return decide(by, merge, "approval", null);
    }

    static ValidatableResponse decide(Persona by, String merge, String how, @Nullable Map<String, String> body) {
        var request = As.once(by).header("If-Match", etag(merge));
        return (body == null ? request : request.body(body))
                .post("/v1/merges/" + merge + "/" + how)
                .then();
    }

    static String etag(String merge) {
        return As.user(Persona.DRISS).get("/v1/merges/" + merge).header("ETag");
    }

    static String merged(String survivor, String other, Map<String, String> choices, List<String> dropped) {
        String merge = proposed(survivor, other, choices, dropped);
        approve(Persona.BRAHIM, merge).statusCode(200);
        return merge;
    }

    static ValidatableResponse proposeUnmerge(String merge, List<String> others) {
        return As.once(Persona.BRAHIM)
                .body(Map.of("belongToOther", others, "reason", "Deux cousines"))
                .post("/v1/merges/" + merge + "/unmerge")
                .then();
    }

    static String unmerged(String merge, List<String> others) {
        String unmerge = proposeUnmerge(merge, others).statusCode(201).extract().path("id");
        approve(Persona.LATIFA, unmerge).statusCode(200);
        return unmerge;
    }

    static JsonPath read(String person) {
        return As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + person)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** All that a record shows but what counts and dates its changes. */
    static Map<String, Object> record(String person) {
        Map<String, Object> shown = new LinkedHashMap<>(read(person).getMap("$"));
        shown.remove("actions");
        shown.put("categories", without(read(person).getList("categories")));
        shown.put("links", without(read(person).getList("links")));
        return shown;
    }

    private static List<String> without(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> facts = new LinkedHashMap<>(row);
                    facts.remove("id");
                    return facts.toString();
                })
                .sorted()
                .toList();
    }

    static void category(String person, String category, String from, @Nullable String until) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("category", category);
        body.put("from", from);
        body.put("until", until);
        Entered.at("/v1/persons/" + person + "/categories", body);
    }

    static void pension(String person, String amount, String from) {
        Entered.at(
                "/v1/persons/" + person + "/pensions",
                Map.of("from", from, "amount", Map.of("amount", amount, "currency", "MAD")));
    }

    static void link(String one, String kind, String other, String from) {
        Entered.at("/v1/persons/" + one + "/links", Map.of("kind", kind, "personId", other, "from", from));
    }

    static List<String> search(String name) {
        return As.user(Persona.LATIFA)
                .body(Map.of("q", name))
                .post("/v1/persons/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
