package ma.riaya.beneficiary.candidate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.openapi.ContractConventions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The facts that a campaign is selected from. */
@Path("/v1/candidates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Candidates", description = "The facts that a campaign is selected from.")
class CandidateResource {

    private final SelectCandidates select;
    private final StatePurpose purposes;

    CandidateResource(SelectCandidates select, StatePurpose purposes) {
        this.select = select;
        this.purposes = purposes;
    }

    @POST
    @RolesAllowed({Roles.COMMITTEE, Roles.FINANCE, Roles.ADMIN})
    @Extension(name = ContractConventions.ONLY_ASKS, value = "true")
    @Operation(
            operationId = "listCandidates",
            summary = "Who ever held a category and has a pension within a bound, by person, a page at a time",
            description =
                    "Roles: committee, finance, admin, with Riaya-Purpose: PAYMENT; each person answered is recorded as looked at. One item for each person and category. A person whose pension is unknown is answered too. A page may be shorter than asked for, and even empty, where much had to be read for it: only the last has no next. The categories, pensions and deaths of the day are those known at knownAt, the same for all pages and for ever; names, office and account are those of now, and each page tells whether the registry was changed since the first. Refusals: purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded, amount-unreadable, amount-negative, amount-too-fine, as-of-in-the-future, as-of-out-of-bounds, known-at-in-the-future, known-at-before-memory, cursor-invalid.")
    public CandidatePage list(
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "PAYMENT.") @Nullable String purpose,
            @NotNull @Valid CandidatesBody body) {
        return select.page(
                body,
                purposes.requireOnly(
                        StatePurpose.PAYMENT, purpose, Set.of(SensitiveField.PENSION, SensitiveField.ACCOUNT)));
    }
}
