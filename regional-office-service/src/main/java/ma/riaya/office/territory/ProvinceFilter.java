package ma.riaya.office.territory;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which provinces are asked for; what is absent does not narrow the list. */
class ProvinceFilter {

    @QueryParam("office")
    @Nullable
    @Pattern(regexp = "^[A-Z]{3}$")
    @Parameter(description = "Only those that this office serves.", example = "ERR")
    String office;

    @QueryParam("region")
    @Nullable
    @Pattern(regexp = "^[0-9]{2}$")
    @Parameter(description = "Only those of this region.", example = "08")
    String region;

    @QueryParam("assigned")
    @Nullable
    @Pattern(regexp = "^(true|false)$")
    @Parameter(description = "true for those that an office serves, false for those that none does.")
    @Schema(enumeration = {"true", "false"})
    String assigned;

    @Nullable
    Boolean served() {
        return assigned == null ? null : Boolean.valueOf(assigned);
    }
}
