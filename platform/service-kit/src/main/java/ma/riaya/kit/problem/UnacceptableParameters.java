package ma.riaya.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of an address that a route cannot take, each by its name; answered as {@code parameter-invalid}. */
public final class UnacceptableParameters extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** One parameter, the code of its violation, and the values that the violation's text names. */
    public record Fault(String name, String code, Map<String, Object> values) {

        public Fault(String name, String code) {
            this(name, code, Map.of());
        }

        /** A value that is not written as its type is; where the type has names, they are what to choose from. */
        public static Fault unreadable(String name, Class<?> type) {
            return type.isEnum()
                    ? new Fault(name, "unknown-choice", Map.of("choices", names(type)))
                    : new Fault(name, "unreadable-value");
        }

        private static String names(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
        }
    }

    public UnacceptableParameters(List<Fault> faults) {
        super(Response.Status.BAD_REQUEST);
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
