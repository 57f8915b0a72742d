package ma.riaya.kit.parameter;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.kit.json.WrittenForms;
import ma.riaya.kit.problem.UnacceptableParameters;
import ma.riaya.kit.problem.UnacceptableParameters.Fault;
import org.jspecify.annotations.Nullable;

/** Reads numbers, dates, identifiers and named values in an address in the one form that bodies take, and names the parameter that has another. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Singleton
public class StrictParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> read = reader(type);
        return read == null ? null : (ParamConverter<T>) new Named<>(name(annotations), type, read);
    }

    private static @Nullable Function<String, ?> reader(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return WrittenForms::integer;
        }
        if (type == UUID.class) {
            return WrittenForms::uuid;
        }
        if (type == LocalDate.class) {
            return WrittenForms::date;
        }
        return type.isEnum() ? written -> constant(type, written) : null;
    }

    private static Object constant(Class<?> type, String written) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(written)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("not one of the names");
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            switch (annotation) {
                case QueryParam query -> {
                    return query.value();
                }
                case PathParam path -> {
                    return path.value();
                }
                case HeaderParam header -> {
                    return header.value();
                }
                default -> {
                    // Another annotation may hold the name.
                }
            }
        }
        throw new IllegalStateException("a parameter without a name of its own");
    }

    private record Named<T>(String name, Class<?> type, Function<String, T> read) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String written) {
            if (written == null) {
                return null;
            }
            try {
                return read.apply(written);
            } catch (IllegalArgumentException otherForm) {
                throw new UnacceptableParameters(List.of(Fault.unreadable(name, type)));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
