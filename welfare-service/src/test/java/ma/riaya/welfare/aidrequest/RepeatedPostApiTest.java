package ma.riaya.welfare.aidrequest;

import static ma.riaya.testkit.Persona.FATIMA;
import static ma.riaya.testkit.Persona.HASSAN;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static ma.riaya.welfare.AidRequestsForTests.opening;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** The same POST sent twenty times at once with one key: one effect, one answer. */
@QuarkusTest
class RepeatedPostApiTest {

    private static final int TIMES = 20;

    @Test
    void opensOneRequest() throws InterruptedException, ExecutionException {
        UUID person = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(() -> post(FATIMA, key, opening(person), "/v1/aid-requests"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        As.user(FATIMA).get("/v1/aid-requests?person=" + person).then().body("items", hasSize(1));

        post(FATIMA, key, opening(UUID.randomUUID()), "/v1/aid-requests")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-other-request"));
    }

    @Test
    void approvesOnce() throws InterruptedException, ExecutionException {
        openEnvelope();
        String approval = "/v1/aid-requests/" + proposed("5000.00") + "/approval";
        String key = UUID.randomUUID().toString();
        BigDecimal before = reserved();
        List<Response> answers = atOnce(() -> post(HASSAN, key, "{\"reasons\":\"Dossier complet\"}", approval));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(reserved()).isEqualTo(before.add(new BigDecimal("5000.00")));

        post(HASSAN, key, "{\"reasons\":\"Autre motif\"}", approval)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-other-request"));
    }

    @Test
    void wantsAKey() {
        As.user(FATIMA)
                .body(opening(UUID.randomUUID()))
                .post("/v1/aid-requests")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    private static Response post(Persona persona, String key, String body, String address) {
        return As.user(persona).header("Idempotency-Key", key).body(body).post(address);
    }

    private static List<Response> atOnce(Callable<Response> call) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(TIMES);
        List<Future<Response>> under = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(TIMES)) {
            for (int i = 0; i < TIMES; i++) {
                under.add(callers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> answer : under) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static BigDecimal reserved() {
        return new BigDecimal(As.user(SALMA)
                .get("/v1/envelopes?programme=SERIOUS_ILLNESS&office=ERR&year=" + thisYear())
                .<String>path("items[0].reserved.amount"));
    }
}
