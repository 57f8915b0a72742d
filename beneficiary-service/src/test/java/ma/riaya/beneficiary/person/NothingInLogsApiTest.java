package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails unexpectedly is logged, and its log names nobody. */
@QuarkusTest
class NothingInLogsApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"person", "person_name"})
    void aStatementThatFailsLeavesNoNameBehind(String table) throws SQLException {
        Map<String, @Nullable Object> body = People.body("RAB");
        body.put("familyNameLatin", "VERYRAREFAMILY");
        body.put("familyNameAr", "نادرجدا");
        body.put("cin", "ZX1234567");
        Recorded log = new Recorded();
        Logger root = Logger.getLogger("");
        root.addHandler(log);
        sqlAsOwner("REVOKE INSERT ON " + table + " FROM " + Postgres.APP);
        try {
            As.once(Persona.LATIFA).body(body).post("/v1/persons").then().statusCode(500);
        } finally {
            sqlAsOwner("GRANT INSERT ON " + table + " TO " + Postgres.APP);
            root.removeHandler(log);
        }
        assertThat(log.text.toString())
                .contains("permission denied for table " + table)
                .doesNotContainIgnoringCase("VERYRAREFAMILY")
                .doesNotContain("نادرجدا")
                .doesNotContain("ZX1234567");
    }

    private static final class Recorded extends Handler {

        private final Queue<String> text = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            StringWriter written = new StringWriter();
            written.append(logged.getLoggerName()).append(' ').append(logged.getMessage());
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(new PrintWriter(written));
            }
            text.add(written.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static void sqlAsOwner(String statement) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
