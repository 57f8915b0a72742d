package ma.riaya.welfare.registryevent;

import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.RegistryFeedForTests.death;
import static ma.riaya.welfare.RegistryFeedForTests.feed;
import static ma.riaya.welfare.RegistryFeedForTests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The registry tells what changed; it is kept once, shown beside requests, and nothing is ordered for the dead. */
@QuarkusTest
class RegistryEventApiTest {

    @Test
    void nothingIsOrderedForWhomTheRegistryToldDead() {
        String id = approved("5000.00");
        String person = read(SAMIRA, id).path("person.id");
        tell(death(person, 10, "KNOWN", "2025-07-01")).body("fresh", equalTo(1));
        order(id)
                .statusCode(409)
                .body("code", equalTo("payee-told-dead"))
                .body("parameters.day", equalTo("2025-07-01"));
        read(SAMIRA, id).then().body("state", equalTo("APPROVED"));
        // What was told earlier comes late: the last word stays the last.
        tell(death(person, 9, "TAKEN_BACK", "2025-06-01"));
        order(id).statusCode(409).body("code", equalTo("payee-told-dead"));
        tell(death(person, 11, "TAKEN_BACK", "2025-07-01"));
        order(id).statusCode(200);
    }

    @Test
    void anOpenRequestShowsWhatChangedSince() {
        UUID person = UUID.randomUUID();
        tell(category(person.toString(), 1, "KNOWN", "SPOUSE", "1995-05-05", null));
        String id = draft(person);
        read(FATIMA, id).then().body("registryNotices", empty());
        tell(
                category(person.toString(), 2, "TAKEN_BACK", "SPOUSE", "1995-05-05", null),
                category(person.toString(), 3, "KNOWN", "SPOUSE", "1995-05-05", "2025-07-01"),
                category(UUID.randomUUID().toString(), 4, "KNOWN", "RETIRED", "2025-07-01", null));
        read(FATIMA, id)
                .then()
                .body("registryNotices.change", contains("KNOWN", "TAKEN_BACK"))
                .body("registryNotices[0].what", equalTo("SPOUSE"))
                .body("registryNotices[0].until", equalTo("2025-07-01"));
        As.once(FATIMA)
                .body("{\"reasons\": \"La famille y renonce\"}")
                .post("/v1/aid-requests/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("registryNotices", empty());
    }

    @Test
    void whatComesTwiceIsKeptOnceWhateverItCameWith() throws Exception {
        String person = UUID.randomUUID().toString();
        Map<String, @Nullable Object> first = death(person, 1, "KNOWN", "2025-07-01");
        Map<String, @Nullable Object> second = category(person, 2, "TAKEN_BACK", "RETIRED", "2010-01-01", null);
        tell(first).body("fresh", equalTo(1));
        tell(first, second, second).body("fresh", equalTo(1));
        tell(second, first).body("fresh", equalTo(0));
        List<Callable<Integer>> calls = new ArrayList<>();
        Map<String, @Nullable Object> third = category(person, 3, "KNOWN", "RETIRED", "2010-01-01", "2025-07-01");
        for (int i = 0; i < 8; i++) {
            calls.add(() -> tell(third).extract().path("fresh"));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            int fresh = 0;
            for (var call : pool.invokeAll(calls)) {
                fresh += call.get();
            }
            assertThat(fresh).isEqualTo(1);
        }
        assertThat(kept(person)).isEqualTo(3);
    }

    @Test
    void onlyTheRegistryTells() {
        Map<String, @Nullable Object> event = death(UUID.randomUUID().toString(), 1, "KNOWN", "2025-07-01");
        for (Persona person : Persona.values()) {
            As.once(person)
                    .body(Map.of("events", List.of(event)))
                    .post("/v1/registry-events")
                    .then()
                    .statusCode(403);
        }
        As.anonymous()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("events", List.of(event)))
                .post("/v1/registry-events")
                .then()
                .statusCode(401);
        As.withToken(feed())
                .header("Idempotency-Key", UUID.randomUUID())
                .get("/v1/aid-requests")
                .then()
                .statusCode(403);
        refused(List.of());
        event.put("change", "MAYBE");
        refused(List.of(event));
        event.put("change", "KNOWN");
        event.put("kind", "not a name");
        refused(List.of(event));
        event.put("kind", "DEATH");
        List<Map<String, @Nullable Object>> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(event);
        }
        refused(many);
    }

    private static void refused(List<Map<String, @Nullable Object>> events) {
        As.withToken(feed())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("events", events))
                .post("/v1/registry-events")
                .then()
                .statusCode(422)
                .body("code", equalTo("body-invalid"));
    }

    private static ValidatableResponse order(String id) {
        return As.once(SAMIRA).post("/v1/aid-requests/" + id + "/order").then();
    }

    private static Map<String, @Nullable Object> category(
            String person, long sequence, String change, String category, String from, @Nullable String until) {
        Map<String, @Nullable Object> event = death(person, sequence, change, from);
        event.put("kind", "CATEGORY");
        event.put("what", category);
        event.put("until", until);
        return event;
    }

    private static long kept(String person) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet row =
                        sql.executeQuery("SELECT count(*) FROM registry_notice WHERE person = '" + person + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
