package ma.riaya.beneficiary.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Set;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statistics. */
@Path("/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics", description = "Counts of the registry, without names.")
class StatisticsResource {

    private static final String OFFICE = "[A-Z]{3}";

    private final CountRegistry count;
    private final StatePurpose purposes;

    StatisticsResource(CountRegistry count, StatePurpose purposes) {
        this.count = count;
        this.purposes = purposes;
    }

    @GET
    @Path("/persons")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "countPersons",
            summary = "How many living persons there are, by one or two of category, office, province, sex and age",
            description =
                    "Roles: all of headquarters; officer and office-head for their own office, without counts below five. Refusals: statistics-dimension-unknown, office-out-of-reach.")
    public StatisticsView persons(
            @QueryParam("by")
                    @DefaultValue("category")
                    @Size(max = 40)
                    @Parameter(
                            description = "One or two of category, office, province, sex, age, with a comma between.")
                    String by,
            @QueryParam("office") @Pattern(regexp = OFFICE) @Nullable String office,
            @QueryParam("asOf") @Parameter(description = "The day; today where left out.") @Nullable LocalDate asOf) {
        return count.persons(by, office, asOf);
    }

    @GET
    @Path("/missing")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "countMissing",
            summary = "How many living persons lack an account, a number of identity, a province or an office",
            description =
                    "Roles: all of headquarters; officer and office-head for their own office, without counts below five. Refusals: office-out-of-reach.")
    public StatisticsView missing(@QueryParam("office") @Pattern(regexp = OFFICE) @Nullable String office) {
        return count.missing(office);
    }

    @GET
    @Path("/provinces-without-office")
    @RolesAllowed({Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "countProvincesWithoutOffice",
            summary = "The provinces whose people no office follows, and how many they are",
            description = "Roles: all of headquarters.")
    public StatisticsView provincesWithoutOffice() {
        return count.provincesWithoutOffice();
    }

    @GET
    @Path("/pensions")
    @RolesAllowed({Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "countPensionsBelow",
            summary = "How many pensions are below a threshold, by category and office",
            description =
                    "Roles: all of headquarters, with a purpose that covers pensions, such as STATISTICS; one look is recorded for the whole. Refusals: purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, amount-unreadable, amount-negative, amount-too-fine, office-out-of-reach, look-not-recorded.")
    public StatisticsView pensions(
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "STATISTICS.") @Nullable String purpose,
            @QueryParam("below") @NotNull @Size(max = 20) @Parameter(description = "Dirhams a month, such as 2000.00.")
                    String below,
            @QueryParam("office") @Pattern(regexp = OFFICE) @Nullable String office,
            @QueryParam("asOf") @Parameter(description = "The day; today where left out.") @Nullable LocalDate asOf) {
        StatedPurpose stated = purposes.requireOnly(StatePurpose.STATISTICS, purpose, Set.of(SensitiveField.PENSION));
        return count.pensionsBelow(Money.ofDirhams(below), office, asOf, stated);
    }
}
