package ma.riaya.beneficiary.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.riaya.beneficiary.person.Entered;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever may be one person stands on a list until somebody says what they are. */
@QuarkusTest
class DoubleListApiTest {

    @Inject
    LookForDoubles look;

    @Test
    void whoIsEnteredAgainIsOnTheListAndComparedSideBySide() {
        String first = entered("ERR", "أبلاضي", "ABLADI", "1951-04-11", null);
        String again = entered("ERR", "أبلادي", "ABLADY", "1951-04-11", null);
        look.run();
        String pair = pairOf(Persona.LATIFA, first, again);
        As.user(Persona.FATIMA)
                .get("/v1/doubles/" + pair)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("one.id", equalTo(first))
                .body("other.id", equalTo(again))
                .body("one.familyNameLatin", equalTo("ABLADI"))
                .body("reasons.birthDateIs", equalTo("SAME"))
                .body("certainty", equalTo("LIKELY"))
                .body("actions", hasItem("set-apart"));
    }

    @Test
    void twoPeopleAreSetApartOnceAndNotRaisedAgain() {
        String first = entered("ERR", "أكنوش", "AGNOUCH", "1952-04-11", null);
        String again = entered("ERR", "أكنوش", "AGNOUCH", "1952-04-11", null);
        look.run();
        String pair = pairOf(Persona.LATIFA, first, again);
        String etag = As.user(Persona.FATIMA).get("/v1/doubles/" + pair).header("ETag");
        As.once(Persona.FATIMA)
                .body(Map.of("reason", "Jumelles"))
                .post("/v1/doubles/" + pair + "/apart")
                .then()
                .statusCode(428);
        apart(Persona.SALMA, pair, etag).statusCode(403);
        apart(Persona.FATIMA, pair, "\"77\"").statusCode(412);
        apart(Persona.FATIMA, pair, etag)
                .statusCode(200)
                .body("state", equalTo("APART"))
                .body("apartReason", equalTo("Jumelles"))
                .body("actions", empty());
        String after = As.user(Persona.FATIMA).get("/v1/doubles/" + pair).header("ETag");
        apart(Persona.FATIMA, pair, after).statusCode(409).body("code", equalTo("double-judged-already"));
        Map<String, @Nullable Object> corrected = body("ERR", "أكنوش", "AGNOUCHE", "1952-04-11", null);
        Entered.identity(again, corrected);
        look.run();
        assertThat(pairsOf(Persona.LATIFA, first)).isEmpty();
        assertThat(pairs(Persona.LATIFA, "state=APART&office=ERR")).contains(pair);
    }

    @Test
    void whoseNumberChangesIsComparedAnew() {
        String first = entered("ERR", "أزعنون", "AZAANOUN", "1953-04-11", "UK551200");
        String other = entered("ERR", "أزعنون", "AZAANOUN", "1963-08-01", null);
        look.run();
        assertThat(pairsOf(Persona.LATIFA, first)).isEmpty();
        Map<String, @Nullable Object> body = body("ERR", "أزعنون", "AZAANOUN", "1963-08-01", "UK551200");
        Entered.identity(other, body);
        look.run();
        String pair = pairOf(Persona.LATIFA, first, other);
        As.user(Persona.LATIFA)
                .get("/v1/doubles/" + pair)
                .then()
                .body("certainty", equalTo("CERTAIN"))
                .body("reasons.cinIs", equalTo("SAME"));
        assertThat(pairs(Persona.LATIFA, "certainty=CERTAIN&office=ERR")).contains(pair);
        assertThat(pairs(Persona.LATIFA, "certainty=LIKELY&office=ERR")).doesNotContain(pair);
    }

    @Test
    void anOfficeSeesPairsOfItsOwnPeopleOnly() {
        String here = entered("ERR", "أمعزوز", "AMAAZOUZ", "1954-04-11", null);
        String there = entered("RAB", "أمعزوز", "AMAAZOUZ", "1954-04-11", null);
        look.run();
        String pair = pairOf(Persona.LATIFA, here, there);
        assertThat(pairs(Persona.FATIMA, "state=OPEN")).doesNotContain(pair);
        As.user(Persona.FATIMA).get("/v1/doubles/" + pair).then().statusCode(403);
        As.user(Persona.FATIMA).get("/v1/doubles?office=RAB").then().statusCode(403);
        As.user(Persona.LATIFA).get("/v1/doubles?office=XXX").then().statusCode(422);
        assertThat(pairs(Persona.LATIFA, "office=RAB")).contains(pair);
        assertThat(pairs(Persona.LATIFA, "office=TAN")).doesNotContain(pair);
        As.user(Persona.SALMA).get("/v1/doubles").then().statusCode(403);
        As.user(Persona.LATIFA)
                .get("/v1/doubles/" + here)
                .then()
                .statusCode(404)
                .body("code", equalTo("double-unknown"));
    }

    @Test
    void theListComesInPages() {
        for (int each = 0; each < 3; each++) {
            entered("TAN", "أسكفل", "ASKAFAL", "1955-04-11", null);
        }
        look.run();
        String next = null;
        int seen = 0;
        do {
            JsonPath page = As.user(Persona.LATIFA)
                    .queryParam("office", "TAN")
                    .queryParam("limit", 1)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/v1/doubles")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen += page.getList("items").size();
            next = page.getString("next");
        } while (next != null);
        assertThat(seen).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aSweepComparesEverybodyAndSaysHowFarItIs() {
        String running = started();
        As.once(Persona.LATIFA)
                .post("/v1/double-sweeps")
                .then()
                .statusCode(409)
                .body("code", equalTo("double-sweep-running"));
        As.once(Persona.FATIMA).post("/v1/double-sweeps").then().statusCode(403);
        As.user(Persona.LATIFA).get("/v1/double-sweeps/" + running).then().body("state", equalTo("RUNNING"));
        finish(running);
        As.user(Persona.LATIFA)
                .get("/v1/double-sweeps/" + running)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("compared", greaterThan(0))
                .body("finishedAt", notNullValue());
        As.user(Persona.LATIFA)
                .get("/v1/double-sweeps/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("double-sweep-unknown"));
    }

    private static String started() {
        return As.once(Persona.LATIFA)
                .post("/v1/double-sweeps")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void finish(String sweep) {
        for (int round = 0; round < 40; round++) {
            look.run();
            if ("DONE"
                    .equals(As.user(Persona.LATIFA)
                            .get("/v1/double-sweeps/" + sweep)
                            .path("state"))) {
                return;
            }
        }
        throw new AssertionError("the sweep does not end");
    }

    private static String pairOf(Persona reader, String one, String other) {
        assertThat(pairsOf(reader, one)).hasSize(1);
        As.user(reader)
                .get("/v1/doubles/" + pairsOf(reader, one).getFirst())
                .then()
                .body("one.id", equalTo(one))
                .body("other.id", equalTo(other));
        return pairsOf(reader, one).getFirst();
    }

    private static List<String> pairsOf(Persona reader, String one) {
        return all(
                reader,
                "office=ERR",
                "items.findAll { it.one.id == '" + one + "' || it.other.id == '" + one + "' }.id");
    }

    private static List<String> pairs(Persona reader, String asked) {
        return all(reader, asked, "items.id");
    }

    /** The registry of all tests has many who are alike. */
    private static List<String> all(Persona reader, String asked, String path) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = As.user(reader)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("cursor", next))
                    .get("/v1/doubles?limit=200&" + asked)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList(path, String.class));
            next = Objects.requireNonNullElse(page.getString("next"), "");
        } while (!next.isEmpty());
        return found;
    }

    private static ValidatableResponse apart(Persona by, String pair, String etag) {
        return As.once(by)
                .header("If-Match", etag)
                .body(Map.of("reason", "Jumelles"))
                .post("/v1/doubles/" + pair + "/apart")
                .then();
    }

    private static String entered(
            String office, String familyAr, String familyLatin, String birthDate, @Nullable String cin) {
        return People.register(body(office, familyAr, familyLatin, birthDate, cin))
                .getString("id");
    }

    private static Map<String, @Nullable Object> body(
            String office, String familyAr, String familyLatin, String birthDate, @Nullable String cin) {
        Map<String, @Nullable Object> body = People.body(office);
        body.put("familyNameAr", familyAr);
        body.put("familyNameLatin", familyLatin);
        body.put("birthDate", birthDate);
        body.put("cin", cin);
        return body;
    }
}
