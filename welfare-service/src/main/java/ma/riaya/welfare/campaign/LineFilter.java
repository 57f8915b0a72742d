package ma.riaya.welfare.campaign;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the lines of a wave can be narrowed by; nothing said means all. */
record LineFilter(
        @QueryParam("verdict") @Nullable LineVerdict verdict,

        @QueryParam("reason")
        @Nullable
        @Parameter(description = "Code of any of the line's reasons.", example = "pension-above-ceiling")
        String reason,

        @QueryParam("state") @Nullable LineState state) {}
