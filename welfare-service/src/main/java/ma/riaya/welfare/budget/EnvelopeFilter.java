package ma.riaya.welfare.budget;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of envelopes can be narrowed by; nothing said means all. */
record EnvelopeFilter(
        @QueryParam("programme") @Nullable @Parameter(example = "SERIOUS_ILLNESS")
        String programme,

        @QueryParam("office") @Nullable @Parameter(description = "Code of a regional office, or HQ.", example = "ERR")
        String office,

        @QueryParam("year") @Nullable @Parameter(example = "2026")
        Integer year) {

    EnvelopeFilter of(String onlyOffice) {
        return new EnvelopeFilter(programme, onlyOffice, year);
    }
}
