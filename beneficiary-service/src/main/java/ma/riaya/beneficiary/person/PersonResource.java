package ma.riaya.beneficiary.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Persons, one at a time. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons", description = "The people of the registry.")
class PersonResource {

    private final RegisterPerson register;
    private final ReadPerson read;
    private final FindDoubles doubles;
    private final StatePurpose purposes;

    PersonResource(RegisterPerson register, ReadPerson read, FindDoubles doubles, StatePurpose purposes) {
        this.register = register;
        this.read = read;
        this.doubles = doubles;
        this.purposes = purposes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Idempotent
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Entered.")
    @Operation(
            operationId = "registerPerson",
            summary = "Enter a person",
            description =
                    "Roles: officer, office-head (in their own office, or without one), registry-manager. Refusals: reference-taken, cin-masked, birth-date-in-the-future, date-out-of-bounds, death-date-in-the-future, death-before-birth, name-character-refused, name-letter-of-another-script, name-without-letters, name-too-long, province-unknown, office-unknown, office-out-of-reach, field-needs-registry-manager. Nobody is refused for being like someone of the registry: the action see-possible-doubles says that there is someone.")
    public RestResponse<PersonView> register(@NotNull @Valid PersonBody body) {
        UUID id = register.register(body);
        return answer(
                RestResponse.Status.CREATED,
                read.masked(id, doubles.of(id).items().size()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.OFFICER,
        Roles.OFFICE_HEAD,
        Roles.COMMITTEE,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.REGISTRY_MANAGER,
        Roles.ADMIN,
        Roles.BENEFICIARY
    })
    @Operation(
            operationId = "getPerson",
            summary = "One person; sensitive fields are masked unless a purpose is stated",
            description =
                    "Roles: all of headquarters; officer and office-head for their own office and for persons without one; a beneficiary for the own record. A look with a purpose is recorded, and shows the fields that the purpose covers, or fewer where they are named. Refusals: person-unknown, office-out-of-reach, purpose-unknown, purpose-not-authorised, purpose-not-for-role, purpose-not-covering, sensitive-field-unknown, look-not-recorded.")
    public RestResponse<PersonView> get(
            @PathParam("id") UUID id,
            @HeaderParam(StatedPurpose.HEADER)
                    @Parameter(
                            description =
                                    "Why sensitive fields are read: a purpose of GET /v1/purposes, such as AID_INSTRUCTION.")
                    @Nullable
                    String purpose,
            @QueryParam("fields")
                    @Parameter(
                            description =
                                    "The sensitive fields to show, such as cin,pension; all that the purpose covers where left out.")
                    @Nullable
                    String fields) {
        return answer(RestResponse.Status.OK, read.read(id, purposes.of(purpose), purposes.fields(fields)));
    }

    @GET
    @Path("/{id}/possible-doubles")
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER, Roles.AUDITOR})
    @Operation(
            operationId = "listPossibleDoubles",
            summary = "Who of the registry may be the same person, and what says so",
            description =
                    "Roles: officer and office-head (for their own office, or persons without one), registry-manager, auditor. Certain, likely and doubtful are told apart by docs/domain/names.md; 50 at most, of whom the reader may read. Refusals: person-unknown, office-out-of-reach.")
    public PossibleDoublesView possibleDoubles(@PathParam("id") UUID id) {
        return doubles.of(id);
    }

    static RestResponse<PersonView> answer(RestResponse.Status status, ReadPerson.Read person) {
        RestResponse.ResponseBuilder<PersonView> answer =
                RestResponse.ResponseBuilder.create(status, person.view()).tag(IfMatch.tag(person.version()));
        if (status == RestResponse.Status.CREATED) {
            answer.location(URI.create("/v1/persons/" + person.view().id()));
        }
        return answer.build();
    }
}
