package ma.riaya.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.riaya.localstack.Part;

/**
 * Stands in the way of a step of a campaign at its very last write, so that a kill meets it where it has changed everything and committed nothing.
 */
final class Midway implements AutoCloseable {

    private static final Duration MOST = Duration.ofMinutes(2);

    private final RunningProduct product;
    private final Connection held;
    private final int process;

    private Midway(RunningProduct product, Connection held, int process) {
        this.product = product;
        this.held = held;
        this.process = process;
    }

    static Midway of(RunningProduct product) throws SQLException {
        Connection held = product.superuser(Part.WELFARE);
        held.setAutoCommit(false);
        try (Statement statement = held.createStatement()) {
            statement.execute("LOCK TABLE campaign_line_progress IN SHARE MODE");
        }
        return new Midway(product, held, number(held, "SELECT pg_backend_pid()"));
    }

    /** Returns when the step has come here and waits; PostgreSQL lets it wait for 5 seconds. */
    void awaitStep() throws SQLException, InterruptedException {
        long end = System.nanoTime() + MOST.toNanos();
        try (Connection looking = product.superuser(Part.WELFARE)) {
            String blocked =
                    "SELECT count(*) FROM pg_stat_activity WHERE " + process + " = ANY (pg_blocking_pids(pid))";
            while (number(looking, blocked) == 0) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("the step never came to its last write");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    private static int number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Steps aside; where PostgreSQL was killed there is nothing to step aside from. */
    @Override
    public void close() {
        try {
            held.abort(Runnable::run);
        } catch (SQLException gone) {
            System.out.println("the lock went with PostgreSQL: " + gone.getSQLState());
        }
    }
}
