package ma.riaya.acceptance.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Statements with named values, as the services write them, and rows of values for them. */
final class NamedSql {

    /** Many values of one type of PostgreSQL, sent as one array. */
    record Column(String type, List<@Nullable Object> items) {}

    private NamedSql() {}

    /** Ready to run: whatever the client has to encode is encoded before the clock runs. */
    static PreparedStatement prepare(Connection connection, String sql, Map<String, @Nullable Object> values)
            throws SQLException {
        List<String> names = names(sql);
        PreparedStatement statement =
                connection.prepareStatement(Sent.NAME.matcher(sql).replaceAll("?"));
        bind(statement, names, values);
        return statement;
    }

    static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        Matcher name = Sent.NAME.matcher(sql);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    static void bind(PreparedStatement statement, List<String> names, Map<String, @Nullable Object> values)
            throws SQLException {
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for " + name);
            }
            Object value = values.get(name);
            if (value == null) {
                statement.setNull(at + 1, Types.NULL);
            } else if (value instanceof Column column) {
                statement.setArray(
                        at + 1,
                        statement
                                .getConnection()
                                .createArrayOf(column.type(), column.items().toArray()));
            } else {
                statement.setObject(at + 1, value);
            }
        }
    }

    /** The one row of a query, by the labels of its columns; arrays as {@link Column}. */
    static Map<String, @Nullable Object> row(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no row: " + sql);
                }
                ResultSetMetaData columns = rows.getMetaData();
                Map<String, @Nullable Object> row = new HashMap<>();
                for (int at = 1; at <= columns.getColumnCount(); at++) {
                    row.put(columns.getColumnLabel(at), value(rows.getObject(at)));
                }
                return row;
            }
        }
    }

    private static @Nullable Object value(@Nullable Object read) throws SQLException {
        return read instanceof Array array
                ? new Column(array.getBaseTypeName(), List.of((Object[]) array.getArray()))
                : read;
    }
}
