package ma.riaya.acceptance.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the search's statement takes inside PostgreSQL, by the server's own count of its function. */
final class StatementWatch {

    /** A session tells what it counted at most once a second. */
    private static final long TOLD_AFTER_MILLIS = 1_500;

    private StatementWatch() {}

    /** How often it was called, and how many milliseconds all calls took. */
    record Counted(long calls, double millis) {

        double millisOfOne() {
            return calls == 0 ? 0 : millis / calls;
        }
    }

    static void begin(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("ALTER SYSTEM SET track_functions = 'pl'");
            sql.execute("SELECT pg_reload_conf()");
            sql.execute(
                    "SELECT pg_stat_reset_single_function_counters(oid) FROM pg_proc WHERE proname = 'find_by_keys'");
        }
    }

    static Counted counted(Connection database) throws SQLException, InterruptedException {
        Thread.sleep(TOLD_AFTER_MILLIS);
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT calls, total_time FROM pg_stat_user_functions WHERE funcname = 'find_by_keys'")) {
            return row.next() ? new Counted(row.getLong(1), row.getDouble(2)) : new Counted(0, 0);
        }
    }
}
