package ma.riaya.beneficiary.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import ma.riaya.beneficiary.person.KnownPlaces;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.openapi.ContractConventions;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Finding persons. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.OFFICER,
    Roles.OFFICE_HEAD,
    Roles.COMMITTEE,
    Roles.FINANCE,
    Roles.AUDITOR,
    Roles.REGISTRY_MANAGER,
    Roles.ADMIN
})
@Tag(name = "Search", description = "Finding a person.")
class SearchResource {

    private final FindPersons find;
    private final KnownPlaces places;

    SearchResource(FindPersons find, KnownPlaces places) {
        this.find = find;
        this.places = places;
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = ContractConventions.ONLY_ASKS, value = "true")
    @Operation(
            operationId = "searchPersons",
            summary = "Find persons by a name in any spelling, or by a number",
            description =
                    "Roles: all but beneficiary. Names and numbers are asked here and not in an address. The closest come first, 200 at most, and of those about as close the ones whom the reader's own office follows; each with a score and what agrees. An officer is told of other offices' persons the name, the office and the id alone. Refusals: account-search-not-for-role, rib-not-24-digits, rib-key-wrong, iban-not-moroccan, cin-masked, office-unknown, office-out-of-reach, cursor-invalid.")
    public Page<FoundPersonView> search(@NotNull @Valid SearchBody body) {
        return find.find(body);
    }

    @GET
    @Operation(
            operationId = "listPersons",
            summary = "List the persons of an office",
            description =
                    "Roles: all but beneficiary. Nobody is looked for here: a name or a number in an address is refused, since addresses are logged on their way; POST /v1/persons/search takes both. Refusals: name-in-address, number-in-address, office-unknown, office-out-of-reach, cursor-invalid.")
    public RestResponse<Page<FoundPersonView>> list(
            @QueryParam("office")
                    @Pattern(regexp = "[A-Z]{3}")
                    @Parameter(description = "Only persons that this office follows.")
                    @Nullable
                    String office,
            @QueryParam("q") @Parameter(hidden = true) @Nullable String q,
            @QueryParam("cin") @Parameter(hidden = true) @Nullable String cin,
            @QueryParam("matricule") @Parameter(hidden = true) @Nullable String matricule,
            @QueryParam("rib") @Parameter(hidden = true) @Nullable String rib,
            @Valid @BeanParam Paging paging,
            @QueryParam("cursor") @Parameter(hidden = true) @Nullable String cursor,
            @Context UriInfo uri) {
        if (cin != null || matricule != null || rib != null || (q != null && NumberShape.isWithin(q))) {
            throw new RefusedException(new CannotSearch.NumberInAddress());
        }
        if (q != null) {
            throw new RefusedException(new CannotSearch.NameInAddress());
        }
        if (office != null && !places.isOffice(office)) {
            throw new RefusedException(new CannotSearch.OfficeUnknown(office));
        }
        return Paging.answer(
                uri,
                find.find(new SearchBody(null, null, null, null, null, null, null, office, paging.limit(), cursor)));
    }
}
