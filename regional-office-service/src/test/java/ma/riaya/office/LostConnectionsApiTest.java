package ma.riaya.office;

import static ma.riaya.office.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends every connection of the service, as it does when it restarts. */
@QuarkusTest
class LostConnectionsApiTest {

    private static final int MANY = 25;
    private static final int MOST_ROUNDS = 60;

    @Test
    void answersUnavailableUntilItRecovers() throws Exception {
        round();
        endAllConnections();
        List<Response> unavailable = new ArrayList<>();
        int calm = 0;
        for (int i = 0; i < MOST_ROUNDS && calm < 8; i++) {
            List<Response> failed = round().stream()
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();
            unavailable.addAll(failed);
            calm = failed.isEmpty() ? calm + 1 : 0;
            Thread.sleep(1_000);
        }
        assertThat(calm).as("rounds without a failure in the end").isEqualTo(8);
        for (Response answer : unavailable) {
            problem(answer.then(), 503, "database-unavailable").header("Retry-After", not(blankOrNullString()));
        }
    }

    private static List<Response> round() throws Exception {
        Callable<Response> read = () -> As.user(Persona.DRISS).get("/v1/offices/RAB");
        List<Response> answers = new ArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(MANY)) {
            for (Future<Response> answer : readers.invokeAll(Collections.nCopies(MANY, read))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static void endAllConnections() throws SQLException {
        try (Connection connection = Postgres.asApp();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE usename = current_user AND pid <> pg_backend_pid()
                    """);
        }
    }
}
