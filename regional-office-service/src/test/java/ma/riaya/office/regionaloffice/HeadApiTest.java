package ma.riaya.office.regionaloffice;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.kit.time.Clocks;
import ma.riaya.office.Trail;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** Heads are appointed by numbered decisions, one at a time; whoever headed before serves until the day before. */
@QuarkusTest
class HeadApiTest {

    private static final LocalDate TODAY = LocalDate.now(Clocks.BUSINESS_ZONE);

    @Test
    void aHeadIsAppointedAndSucceeded() {
        appoint("ERR", "hassan", "2025/31", "2025-10-01")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("office", equalTo("ERR"))
                .body("username", equalTo("hassan"))
                .body("decisionNumber", equalTo("2025/31"))
                .body("from", equalTo("2025-10-01"))
                .body("until", nullValue());
        As.user(Persona.KHADIJA)
                .get("/v1/offices/ERR")
                .then()
                .header("ETag", "\"2\"")
                .body("head.username", equalTo("hassan"))
                .body("head.nameAr", equalTo("فلان الفلاني"))
                .body("head.nameFr", equalTo("Foulane El Foulani"))
                .body("head.from", equalTo("2025-10-01"))
                .body("head.decisionNumber", equalTo("2025/31"));

        appoint("ERR", "aicha", "2026/12", "2026-03-01").then().statusCode(201);
        As.user(Persona.KHADIJA)
                .get("/v1/offices/ERR")
                .then()
                .header("ETag", "\"3\"")
                .body("head.username", equalTo("aicha"));
        As.user(Persona.DRISS)
                .get("/v1/offices/ERR/heads")
                .then()
                .statusCode(200)
                .body("items.username", contains("aicha", "hassan"))
                .body("items.until", contains(null, "2026-03-01"))
                .body("next", nullValue());
        assertThat(Trail.of("office", "ERR"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry)
                        .startsWith("head-appointed by " + Persona.SALMA.subject())
                        .contains("\"decision\"")
                        .doesNotContain("Foulan"));
    }

    @Test
    void theListIsPaged() {
        appoint("OUJ", "first", "1", "2025-10-01").then().statusCode(201);
        appoint("OUJ", "second", "2", "2025-11-01").then().statusCode(201);
        appoint("OUJ", "third", "3", "2025-12-01").then().statusCode(201);
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = As.user(Persona.DRISS)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get("/v1/offices/OUJ/heads");
            found.addAll(page.jsonPath().getList("items.username"));
            next = page.jsonPath().getString("next");
        }
        assertThat(found).containsExactly("third", "second", "first");
    }

    @Test
    void whoeverIsAppointedForLaterDoesNotHeadYet() {
        appoint("SAF", "now", "1", TODAY.toString()).then().statusCode(201);
        appoint("SAF", "later", "2", TODAY.plusDays(30).toString()).then().statusCode(201);
        As.user(Persona.DRISS).get("/v1/offices/SAF").then().body("head.username", equalTo("now"));
    }

    @Test
    void anOverlapIsRefused() {
        appoint("FES", "first", "1", "2026-01-15").then().statusCode(201);
        problem(appoint("FES", "second", "2", "2026-01-15").then(), 409, "head-appointment-overlaps")
                .body("parameters.from", equalTo("2026-01-15"))
                .body("parameters.free", equalTo("2026-01-16"));
        problem(appoint("FES", "second", "2", "2025-12-01").then(), 409, "head-appointment-overlaps");
        As.user(Persona.DRISS)
                .get("/v1/offices/FES/heads")
                .then()
                .body("items", hasSize(1))
                .body("items[0].until", nullValue());
        As.user(Persona.DRISS).get("/v1/offices/FES").then().header("ETag", "\"2\"");
    }

    @Test
    void oneDecisionAppointsToAnOfficeOnce() {
        appoint("ALH", "first", "2026/7", "2026-01-15").then().statusCode(201);
        problem(appoint("ALH", "second", "2026/7", "2026-02-15").then(), 409, "head-decision-already-used")
                .body("parameters.decision", equalTo("2026/7"));
        appoint("BEM", "third", "2026/7", "2026-01-15").then().statusCode(201);
    }

    @Test
    void anUnknownOffice() {
        problem(appoint("MEK", "first", "1", "2026-01-01").then(), 404, "office-unknown");
        problem(As.user(Persona.DRISS).get("/v1/offices/MEK/heads").then(), 404, "office-unknown");
    }

    @Test
    void nobodyElseAppoints() {
        for (Persona persona : Persona.values()) {
            if (!persona.roles().contains("admin")) {
                problem(
                        As.once(persona)
                                .body(body("x1", "1", "2026-01-01"))
                                .post("/v1/offices/TET/heads")
                                .then(),
                        403,
                        "role-missing");
            }
        }
        As.user(Persona.DRISS).get("/v1/offices/TET/heads").then().body("items", empty());
    }

    @Test
    void whatTheBodyMustSay() {
        problem(As.once(Persona.SALMA).body("{}").post("/v1/offices/TET/heads").then(), 422, "body-invalid")
                .body("violations.field", contains("decisionNumber", "from", "nameAr", "nameFr", "username"));
        problem(appoint("TET", "first", "1", "tomorrow").then(), 400, "body-malformed")
                .body("violations.field", contains("from"));
        problem(appoint("TET", "First Last", "1", "2026-01-01").then(), 422, "body-invalid")
                .body("violations.field", contains("username"));
    }

    @Test
    void aKeyIsAsked() {
        problem(
                As.user(Persona.SALMA)
                        .body(body("x1", "1", "2026-01-01"))
                        .post("/v1/offices/TET/heads")
                        .then(),
                400,
                "idempotency-key-missing");
        problem(
                As.user(Persona.SALMA)
                        .header("Idempotency-Key", "k".repeat(201))
                        .body(body("x1", "1", "2026-01-01"))
                        .post("/v1/offices/TET/heads")
                        .then(),
                400,
                "idempotency-key-malformed");
    }

    @Test
    void aKeyStandsForOneAct() {
        String key = UUID.randomUUID().toString();
        withKey(key, "CAS", body("first", "1", "2026-01-01")).then().statusCode(201);
        problem(withKey(key, "CAS", body("first", "1", "2026-01-02")).then(), 422, "idempotency-key-other-request");
        problem(withKey(key, "DAK", body("first", "1", "2026-01-01")).then(), 422, "idempotency-key-other-request");
    }

    /** A refusal leaves nothing behind, so the same key may be tried again once the reason is gone. */
    @Test
    void aRefusedActIsTriedAnew() {
        appoint("SAL", "first", "1", "2026-01-01").then().statusCode(201);
        String key = UUID.randomUUID().toString();
        problem(withKey(key, "SAL", body("second", "1", "2026-02-01")).then(), 409, "head-decision-already-used");
        withKey(key, "SAL", body("second", "2", "2026-02-01")).then().statusCode(201);
    }

    @Test
    void twentyTimesAtOnceIsOneAppointmentAndOneAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        CyclicBarrier together = new CyclicBarrier(20);
        Callable<String> once = () -> {
            together.await();
            Response answer = withKey(key, "TAZ", body("first", "2026/1", "2026-01-01"));
            while (answer.statusCode() == 409) {
                problem(answer.then(), 409, "idempotency-key-in-flight").header("Retry-After", "1");
                Thread.sleep(1_000);
                answer = withKey(key, "TAZ", body("first", "2026/1", "2026-01-01"));
            }
            return answer.statusCode() + " " + answer.asString();
        };
        List<String> answers = new ArrayList<>();
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            for (Future<String> answer : twenty.invokeAll(java.util.Collections.nCopies(20, once))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(20).allMatch(answer -> answer.startsWith("201 {"));
        assertThat(answers.stream().distinct()).hasSize(1);
        As.user(Persona.DRISS).get("/v1/offices/TAZ/heads").then().body("items", hasSize(1));
        As.user(Persona.DRISS).get("/v1/offices/TAZ").then().header("ETag", "\"2\"");
        assertThat(Trail.of("office", "TAZ")).hasSize(1);
        withKey(key, "TAZ", body("first", "2026/1", "2026-01-01"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    /** Twenty decisions at once for one post: they come one after the other, and never overlap. */
    @Test
    void manyAtOnceNeverOverlap() throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String decision = "2026/" + i;
            String from = LocalDate.of(2026, 1, 1).plusDays(i % 5).toString();
            acts.add(() -> appoint("KEN", "someone", decision, from).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : twenty.invokeAll(acts)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnly(201, 409).contains(201);
        int appointed = (int) statuses.stream().filter(status -> status == 201).count();
        As.user(Persona.DRISS).get("/v1/offices/KEN/heads").then().body("items", hasSize(appointed));
        As.user(Persona.DRISS).get("/v1/offices/KEN").then().header("ETag", "\"" + (appointed + 1) + "\"");
    }

    private static Response appoint(String office, String username, String decision, String from) {
        return As.once(Persona.SALMA).body(body(username, decision, from)).post("/v1/offices/" + office + "/heads");
    }

    private static Response withKey(String key, String office, String body) {
        return As.user(Persona.SALMA)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/offices/" + office + "/heads");
    }

    private static String body(String username, String decision, String from) {
        return """
                {"username": "%s", "nameAr": "فلان الفلاني", "nameFr": "Foulane El Foulani",
                 "decisionNumber": "%s", "from": "%s"}
                """.formatted(username, decision, from);
    }
}
