package ma.riaya.beneficiary.changerequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The accounts of a person, as those see them who do not pay. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change requests")
class AccountResource {

    private final PersonSeen persons;
    private final ProposeChange propose;
    private final ReadChange read;
    private final ListAccounts accounts;
    private final IfMatch ifMatch;

    AccountResource(
            PersonSeen persons, ProposeChange propose, ReadChange read, ListAccounts accounts, IfMatch ifMatch) {
        this.persons = persons;
        this.propose = propose;
        this.read = read;
        this.accounts = accounts;
        this.ifMatch = ifMatch;
    }

    @PUT
    @Path("/{id}/account")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Transactional
    @APIResponseSchema(value = ChangeRequestView.class, responseCode = "202", responseDescription = "Asked for.")
    @Operation(
            operationId = "changeAccount",
            summary =
                    "Ask for another bank account; nothing is paid to it before another person approves it and it has rested",
            description =
                    "Roles: officer, office-head (in their own office, or without one), registry-manager. If-Match is the person's ETag. Location is the request. Until it is approved and rested the former account stands, or none. Refusals: person-unknown, office-out-of-reach, rib-not-24-digits, rib-key-wrong, iban-not-moroccan, change-changes-nothing. Warnings: bank-unknown, account-shared where somebody else is paid to it, account-of-many where more families than usual are; nobody is named.")
    public RestResponse<ChangeRequestView> change(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @NotNull @Valid AccountChangeBody body) {
        Rib rib = Rib.parse(body.rib());
        ifMatch.require(headers, persons.toChange(id).version());
        UUID request = propose.propose(id, ChangeKind.ACCOUNT, AccountChange.asked(rib), body.grounds());
        return ChangeRequestResource.accepted(read.masked(request));
    }

    @GET
    @Path("/{id}/accounts")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Operation(
            operationId = "listAccounts",
            summary =
                    "The accounts of a person, masked: the one in use, the one that rests, those before, and what is asked for",
            description =
                    "Roles: officer and office-head (in their own office, or without one), finance, auditor, registry-manager. Refusals: person-unknown, office-out-of-reach.")
    public AccountView accounts(@PathParam("id") UUID id) {
        return accounts.of(id);
    }
}
