package ma.riaya.kit.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one statement, an array for each column.
 *
 * <p>A batch is as many statements as it has rows, and all that fires for a statement fires for each; this is one.
 */
public final class ManyRows {

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    private final Map<String, @Nullable String> row = new HashMap<>();
    private int size;

    private ManyRows() {}

    /** Columns as a statement declares them, such as {@code birth date}: a name, and a type of PostgreSQL. */
    public static ManyRows of(String... declared) {
        ManyRows rows = new ManyRows();
        for (String column : declared) {
            int blank = column.indexOf(' ');
            rows.types.put(column.substring(0, blank), column.substring(blank + 1));
            rows.columns.put(column.substring(0, blank), new ArrayList<>());
        }
        return rows;
    }

    /** A value of the row that is being made; what is not bound until it is added is null. */
    public ManyRows bind(String column, @Nullable Object value) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("no such column: " + column);
        }
        row.put(column, written(value));
        return this;
    }

    public ManyRows bindMap(Map<String, ? extends @Nullable Object> values) {
        values.forEach(this::bind);
        return this;
    }

    public void add() {
        columns.forEach((name, column) -> column.add(row.get(name)));
        row.clear();
        size++;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** What a statement reads the rows from, in their order. */
    public String as(String name) {
        return types.entrySet().stream()
                .map(column -> "CAST(:" + column.getKey() + " AS " + column.getValue() + "[])")
                .collect(Collectors.joining(
                        ", ", "unnest(", ") AS " + name + "(" + String.join(", ", types.keySet()) + ")"));
    }

    public <S extends SqlStatement<S>> S bindTo(S statement) {
        columns.forEach((name, column) -> statement.bindArray(name, String.class, column.toArray()));
        return statement;
    }

    List<@Nullable String> column(String name) {
        return Objects.requireNonNull(columns.get(name));
    }

    private static @Nullable String written(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof byte[] bytes ? "\\x" + HEX.formatHex(bytes) : value.toString();
    }
}
