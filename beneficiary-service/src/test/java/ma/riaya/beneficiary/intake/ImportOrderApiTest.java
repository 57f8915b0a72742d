package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** Files are laid in their order, however many processes there are. */
@QuarkusTest
class ImportOrderApiTest {

    @Inject
    ImportJobs jobs;

    @Test
    void whileAnotherProcessWorksNoLaterFileOvertakes() throws Exception {
        String first;
        String second;
        try (Connection other = Postgres.asApp();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("SELECT pg_advisory_xact_lock(" + ImportJobs.TURN + ")");
            first = RegistryCsv.post(new RegistryCsv().with(person(reference())).bytes());
            second =
                    RegistryCsv.post(new RegistryCsv().with(person(reference())).bytes());
            sql.execute("SELECT FROM import_job WHERE id = '" + idOf(first) + "' FOR UPDATE");
            Thread.sleep(2_500);
            assertThat(RegistryCsv.read(first).getString("state")).isEqualTo("QUEUED");
            assertThat(RegistryCsv.read(second).getString("state")).isEqualTo("QUEUED");
            // Whose step failed is told; the oldest may be another process's.
            assertThat(QuarkusTransaction.requiringNew().call(() -> jobs.failed(UUID.fromString(idOf(second)), 5)))
                    .isFalse();
            assertThat(attempts(sql, first)).isZero();
            assertThat(attempts(sql, second)).isEqualTo(1);
        }
        JsonPath ended = RegistryCsv.await(first);
        JsonPath later = RegistryCsv.await(second);
        assertThat(Instant.parse(later.getString("startedAt")))
                .isAfterOrEqualTo(Instant.parse(ended.getString("endedAt")));
    }

    private static String idOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static int attempts(Statement sql, String location) throws SQLException {
        try (var row = sql.executeQuery("SELECT attempts FROM import_job WHERE id = '" + idOf(location) + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
