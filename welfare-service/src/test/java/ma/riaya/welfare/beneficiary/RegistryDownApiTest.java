package ma.riaya.welfare.beneficiary;

import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.SAMIRA;
import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.draft;
import static ma.riaya.welfare.AidRequestsForTests.opening;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.read;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import ma.riaya.testkit.As;
import ma.riaya.welfare.RegistryForTests;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is dead, slow or at fault: what needs it says so soon and saves nothing, and the rest works. */
@QuarkusTest
class RegistryDownApiTest {

    private static final long TWO_SECONDS = 2_000;

    /** The ways of failing that a neighbour has. */
    enum Failing {
        DEAD(RegistryForTests::goDown),
        SLOW(() -> RegistryForTests.answerAfter(Duration.ofSeconds(4))),
        HANGING_UP(RegistryForTests::hangUp),
        AT_FAULT(() -> RegistryForTests.answerWith(500)),
        OVERLOADED(() -> RegistryForTests.answerWith(503)),
        DISTRUSTFUL(() -> RegistryForTests.answerWith(401));

        private final Runnable begins;

        Failing(Runnable begins) {
            this.begins = begins;
        }
    }

    @AfterEach
    void recover() {
        RegistryForTests.recover();
        comesBack(UUID.randomUUID().toString(), UUID.randomUUID());
    }

    @ParameterizedTest
    @EnumSource
    void whatNeedsItSaysSoSoonAndSavesNothing(Failing how) {
        String approved = approved("5000.00");
        UUID person = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        how.begins.run();

        unavailable(open(key, person));
        unavailable(As.once(SAMIRA).post("/v1/aid-requests/" + approved + "/order"));
        As.user(FATIMA).get("/v1/aid-requests?person=" + person).then().body("items.size()", equalTo(0));
        read(SAMIRA, approved).then().body("state", equalTo("APPROVED"));

        RegistryForTests.recover();
        comesBack(key, person);
    }

    @Test
    void theRestWorks() {
        String draft = draft();
        String proposed = proposed("5000.00");
        approved("5000.00");
        RegistryForTests.goDown();

        As.user(FATIMA).get("/v1/aid-requests").then().statusCode(200);
        As.user(FATIMA).get("/v1/programmes").then().statusCode(200);
        read(FATIMA, draft).then().statusCode(200);
        step(FATIMA, draft, "submission");
        step(FATIMA, draft, "review");
        proposed(draft, FATIMA, "3000.00");
        with(HASSAN, proposed, "approval").then().statusCode(200);
    }

    /** A repetition asks nobody: it is answered from what was kept. */
    @Test
    void whatWasAnsweredBeforeIsAnsweredAgain() {
        String key = UUID.randomUUID().toString();
        UUID person = UUID.randomUUID();
        String first = open(key, person).then().statusCode(201).extract().path("id");
        RegistryForTests.goDown();
        open(key, person)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first));
    }

    /** So many that no thread and no connection would be left, if who waits for the registry held one. */
    @Test
    void manySlowQuestionsHoldUpNobodyElse() {
        String draft = draft();
        RegistryForTests.answerAfter(Duration.ofSeconds(4));
        try (Crowd crowd = new Crowd(300)) {
            int read = 0;
            while (crowd.someWait()) {
                read(FATIMA, draft).then().statusCode(200);
                read++;
            }
            assertThat(read).as("read while they waited").isPositive();
            assertThat(crowd.told()).containsOnly("503 registry-unavailable 5");
        }
    }

    /** More than are asked about at once, more than there are threads and connections: all are served, for the registry is well. */
    @ParameterizedTest
    @ValueSource(ints = {100, 250})
    void aCrowdWaitsForItsTurn(int size) {
        try (Crowd crowd = new Crowd(size)) {
            assertThat(crowd.told()).containsOnly("201");
        }
    }

    @Test
    void whoCannotBeServedInTimeIsToldThatItIsBusy() {
        RegistryForTests.answerWithin(Duration.ofMillis(1_200));
        try (Crowd crowd = new Crowd(400)) {
            assertThat(crowd.told()).contains("201", "503 registry-busy 2");
        }
    }

    /** A registry that fell silent is left alone for a moment; that is what Retry-After is for. */
    private static void comesBack(String key, UUID person) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> open(key, person).statusCode() == 201);
    }

    private static Response open(String key, UUID person) {
        return As.user(FATIMA)
                .header("Idempotency-Key", key)
                .body(opening(person))
                .post("/v1/aid-requests");
    }

    private static void unavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("registry-unavailable"));
        assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isLessThan(TWO_SECONDS);
    }
}
