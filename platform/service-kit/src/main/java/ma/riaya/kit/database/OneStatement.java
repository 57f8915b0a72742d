package ma.riaya.kit.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Several writes, each the matter of its own feature, sent as one statement: one round trip, and row locks for no longer than it takes.
 *
 * <p>All of them see the tables as they were before the statement, and each other's rows by name.
 */
public final class OneStatement {

    private OneStatement() {}

    /** Writes all and reads one row of what was written, such as {@code SELECT moved.* FROM moved}. */
    public static <T> Optional<T> execute(Handle handle, List<Write> writes, String select, Class<T> type) {
        String all = writes.stream()
                .map(write -> write.name() + " AS (" + write.sql() + ")")
                .collect(Collectors.joining(",\n", "WITH ", "\n"));
        Query query = handle.createQuery(all + select);
        writes.forEach(write -> query.bindMap(write.values()));
        return query.mapTo(type).findOne();
    }
}
