package ma.riaya.welfare.decision;

import static ma.riaya.testkit.Persona.KHADIJA;
import static ma.riaya.testkit.Persona.SALMA;
import static ma.riaya.testkit.Persona.YOUSSEF;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static ma.riaya.welfare.AidRequestsForTests.opening;
import static ma.riaya.welfare.AidRequestsForTests.proposed;
import static ma.riaya.welfare.AidRequestsForTests.step;
import static ma.riaya.welfare.AidRequestsForTests.thisYear;
import static ma.riaya.welfare.AidRequestsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** Two hundred approvals at once on an envelope with room for fifty. */
@QuarkusTest
class ConcurrentApprovalApiTest {

    private static final int CLIENTS = 200;
    private static final int ROOM = 50;
    private static final String AMOUNT = "15000.00";

    @Test
    void exactlyAsManySucceedAsThereIsRoomFor() throws SQLException {
        String envelope = openEnvelope("ORPHAN_DUTY_STUDY", "RAB", thisYear(), "750000.00");
        List<String> proposed = together(CLIENTS, 8, i -> proposedAtRabat());

        List<Response> answers = together(CLIENTS, CLIENTS, i -> with(YOUSSEF, proposed.get(i), "approval"));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(ROOM);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allSatisfy(answer -> answer.then()
                        .statusCode(409)
                        .body("code", equalTo("envelope-exhausted"))
                        .body("parameters.asked", equalTo(AMOUNT)))
                .hasSize(CLIENTS - ROOM);
        As.user(SALMA)
                .get("/v1/envelopes/" + envelope)
                .then()
                .body("reserved.amount", equalTo("750000.00"))
                .body("committed.amount", equalTo("0.00"))
                .body("available.amount", equalTo("0.00"));
        assertThat(number("SELECT sum(amount) FROM envelope_entry WHERE kind = 'RESERVE' AND envelope = '" + envelope
                        + "'"))
                .isEqualTo(750_000);
        assertThat(number("SELECT sum(amount) FROM decision WHERE envelope = '" + envelope + "'"))
                .isEqualTo(750_000);
        assertThat(number(
                        "SELECT count(*) FROM aid_request WHERE state = 'APPROVED' AND envelope = '" + envelope + "'"))
                .isEqualTo(ROOM);
        assertThat(number("""
                        SELECT count(*) FROM aid_request_move m JOIN aid_request r ON r.id = m.request
                        WHERE m.to_state = 'APPROVED' AND r.programme = 'ORPHAN_DUTY_STUDY'
                        """)).isEqualTo(ROOM);
    }

    private static String proposedAtRabat() {
        String id = As.once(KHADIJA)
                .body(opening(UUID.randomUUID()).replace("SERIOUS_ILLNESS", "ORPHAN_DUTY_STUDY"))
                .post("/v1/aid-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(KHADIJA, id, "submission");
        step(KHADIJA, id, "review");
        return proposed(id, KHADIJA, AMOUNT);
    }

    /** What one client does. */
    private interface Client<T> {
        T act(int number);
    }

    private static <T> List<T> together(int times, int clients, Client<T> client) {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService callers = Executors.newFixedThreadPool(clients)) {
            return IntStream.range(0, times)
                    .mapToObj(i -> callers.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return client.act(i);
                    }))
                    .toList()
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (InterruptedException | ExecutionException failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
