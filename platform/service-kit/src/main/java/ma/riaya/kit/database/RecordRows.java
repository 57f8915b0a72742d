package ma.riaya.kit.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row into a record: {@code name_ar} goes to {@code nameAr}, and a component without a column is a mistake.
 *
 * <p>Jdbi's own reader of constructors wants them public; here a feature's records stay inside their package.
 */
class RecordRows implements RowMapperFactory {

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> wanted
                        && wanted.isRecord()
                        && !config.get(ColumnMappers.class).findFor(type).isPresent()
                ? Optional.of(new OneRecord(wanted))
                : Optional.empty();
    }

    private static final class OneRecord implements RowMapper<Object> {

        private final Constructor<?> constructor;
        private final RecordComponent[] components;

        OneRecord(Class<?> wanted) {
            components = wanted.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                constructor = wanted.getDeclaredConstructor(types);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("every record has its canonical constructor", impossible);
            }
            constructor.setAccessible(true);
        }

        @Override
        public Object map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        /** Finds the columns once for all rows of a result. */
        @Override
        public RowMapper<Object> specialize(ResultSet row, StatementContext context) throws SQLException {
            Map<String, Integer> columns = columns(row.getMetaData());
            int[] position = new int[components.length];
            ColumnMapper<?>[] readers = new ColumnMapper<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                RecordComponent component = components[i];
                Integer column = columns.get(component.getName().toLowerCase(Locale.ROOT));
                if (column == null) {
                    throw new IllegalArgumentException(
                            "no column for " + component.getName() + " of " + constructor.getDeclaringClass());
                }
                position[i] = column;
                readers[i] = context.findColumnMapperFor(component.getGenericType())
                        .orElseThrow(() -> new IllegalArgumentException("no reader for " + component.getGenericType()));
            }
            return (current, currentContext) -> {
                @Nullable Object[] values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readers[i].map(current, position[i], currentContext);
                }
                return create(values);
            };
        }

        private Object create(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof RuntimeException why ? why : new IllegalStateException(refused);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static Map<String, Integer> columns(ResultSetMetaData row) throws SQLException {
            Map<String, Integer> columns = new HashMap<>();
            for (int i = 1; i <= row.getColumnCount(); i++) {
                columns.putIfAbsent(row.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT), i);
            }
            return columns;
        }
    }
}
