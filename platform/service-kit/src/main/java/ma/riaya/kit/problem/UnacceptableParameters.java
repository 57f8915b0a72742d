package ma.riaya.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Parameters of an address that a route cannot take, each by its name; answered as {@code parameter-invalid}. */
public final class UnacceptableParameters extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** One parameter, and the code of its violation. */
    public record Fault(String name, String code) {}

    public UnacceptableParameters(List<Fault> faults) {
        super(Response.Status.BAD_REQUEST);
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
