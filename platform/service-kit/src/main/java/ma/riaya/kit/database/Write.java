package ma.riaya.kit.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One write among several that go to the database as one statement: a common table expression.
 *
 * @param name how the others of the statement refer to its rows
 * @param sql an INSERT or UPDATE, or a SELECT that holds a row; it may read the rows of those before it
 * @param values what it binds, each under a name that no other write of the statement uses for another value
 */
public record Write(String name, String sql, Map<String, @Nullable Object> values) {}
