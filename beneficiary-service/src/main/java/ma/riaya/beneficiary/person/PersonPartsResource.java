package ma.riaya.beneficiary.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The account that a person is paid to. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
class PersonPartsResource {

    private final ReadPerson read;
    private final StatePurpose purposes;

    PersonPartsResource(ReadPerson read, StatePurpose purposes) {
        this.read = read;
        this.purposes = purposes;
    }

    @GET
    @Path("/{id}/account")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            operationId = "getAccount",
            summary = "The account to pay into: the payee’s, where another is paid for the person",
            description =
                    "Role: finance, with Riaya-Purpose: PAYMENT; the look is recorded. Refusals: person-unknown, account-none, account-refused, account-awaits-approval, account-cooling-off (with payableFrom, the first day), person-deceased, payee-missing, purpose-missing, purpose-unknown, purpose-not-covering, purpose-not-authorised, purpose-not-for-role, look-not-recorded.")
    public AccountView account(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER) @Parameter(description = "PAYMENT.") @Nullable String purpose) {
        return read.account(id, purposes.requireOnly(StatePurpose.PAYMENT, purpose, Set.of(SensitiveField.ACCOUNT)));
    }
}
