package ma.riaya.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Breaks on demand, as no route of the product does; in tests only. */
@Path("/test/break")
@RolesAllowed("**")
class BreakingResource {

    static final String SECRET = "jdbc:postgresql://somewhere/secret";

    @GET
    @Path("/unexpectedly")
    @Operation(hidden = true)
    public String unexpectedly() {
        throw new IllegalStateException(SECRET);
    }

    /** As the driver reports it: wrapped, with the state that PostgreSQL or the driver gave. */
    @GET
    @Path("/database/{state}")
    @Operation(hidden = true)
    public String database(@RestPath String state) {
        throw new IllegalStateException(new SQLException(SECRET, state));
    }

    /** Reads to the end, as an import does. */
    @PUT
    @Path("/bytes")
    @Operation(hidden = true)
    public long bytes(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }
}
