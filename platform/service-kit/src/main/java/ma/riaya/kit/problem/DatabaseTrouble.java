package ma.riaya.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service's own database does not answer, or is too busy, for now: asking again later makes sense. */
record DatabaseTrouble(@Nullable String sqlState) implements Refusal {

    private static final String CONNECTION = "08";
    private static final String INSUFFICIENT_RESOURCES = "53";
    private static final String SHUTTING_DOWN = "57P";

    /** Lock timeout, deadlock, serialization failure, and the pool's own "no connection in time", which has no state. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001", "57014");

    static boolean isPassing(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null) {
            String message = thrown.getMessage();
            return thrown instanceof SQLTransientException
                    || (message != null && message.contains("cquisition timeout"));
        }
        return state.startsWith(CONNECTION)
                || state.startsWith(INSUFFICIENT_RESOURCES)
                || state.startsWith(SHUTTING_DOWN)
                || BUSY.contains(state);
    }

    @Override
    public String code() {
        return sqlState != null && BUSY.contains(sqlState) ? "busy" : "database-unavailable";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public int retryAfterSeconds() {
        return 2;
    }
}
