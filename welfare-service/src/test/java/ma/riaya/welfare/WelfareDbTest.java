package ma.riaya.welfare;

import static ma.riaya.welfare.SqlForTests.CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.testkit.DatabaseConventions;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WelfareDbTest extends DatabaseConventions {

    /** NaN is above every limit and swallows every sum. */
    @Test
    void noColumnOfANumberTakesWhatIsNone() throws SQLException {
        List<String> open = new ArrayList<>();
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement();
                ResultSet column = sql.executeQuery("""
                        SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'numeric'::regtype
                          AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND NOT EXISTS (
                              SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                                  AND pg_get_constraintdef(k.oid) LIKE '%<> ''NaN''%')
                        """)) {
            while (column.next()) {
                open.add(column.getString(1));
            }
        }
        assertThat(open).isEmpty();
        SqlForTests.assertRefused(CHECK, "is_number", """
                INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                SELECT uuidv7(), 'ALLOT', 'NaN', 'envelope', uuidv7(), now()
                """);
    }
}
