package ma.riaya.beneficiary.changerequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.ChangePerson;
import ma.riaya.beneficiary.person.PersonBody;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.beneficiary.person.PersonView;
import ma.riaya.beneficiary.person.ReadPerson;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a person is known by: identity is asked for, the rest is changed at once. */
@Path("/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change requests")
class PersonChangeResource {

    private final PersonSeen persons;
    private final ChangePerson change;
    private final ProposeChange propose;
    private final ReadChange read;
    private final ReadPerson person;
    private final IfMatch ifMatch;

    PersonChangeResource(
            PersonSeen persons,
            ChangePerson change,
            ProposeChange propose,
            ReadChange read,
            ReadPerson person,
            IfMatch ifMatch) {
        this.persons = persons;
        this.change = change;
        this.propose = propose;
        this.read = read;
        this.person = person;
        this.ifMatch = ifMatch;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER})
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "Changed; nothing of it touched the identity.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The change of identity is asked for; the rest is changed.",
            content = @Content(schema = @Schema(implementation = ChangeRequestView.class)))
    @Operation(
            operationId = "changePerson",
            summary = "Correct what a person is known by; another person approves what touches the identity",
            description =
                    "Roles: officer, office-head (in their own office, or without one), registry-manager. If-Match is the person's ETag. Names, numbers, birth date and sex are asked for, with evidence and reason: 202, and Location is the request. Province, office and death are changed at once; a death and a change of office want a registry-manager. Refusals: person-unknown, office-out-of-reach, reference-taken, field-needs-registry-manager, change-grounds-missing, cin-masked, birth-date-in-the-future, date-out-of-bounds, death-date-in-the-future, death-before-birth, name-character-refused, name-letter-of-another-script, name-without-letters, name-too-long, province-unknown, office-unknown.")
    public RestResponse<Object> change(
            @PathParam("id") UUID id, @Context HttpHeaders headers, @NotNull @Valid PersonBody body) {
        ifMatch.require(headers, persons.toChange(id).version());
        Map<String, String> asked = change.identityAsked(id, body);
        ChangeContent.@Nullable Grounds grounds = asked.isEmpty() ? null : grounds(body);
        change.changeDirectly(id, body);
        if (grounds == null) {
            ReadPerson.Read changed = person.masked(id);
            return RestResponse.ResponseBuilder.<Object>ok(changed.view())
                    .tag(IfMatch.tag(changed.version()))
                    .build();
        }
        ReadChange.Read request = read.masked(propose.propose(id, ChangeKind.IDENTITY, asked, grounds));
        return RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED, request.view())
                .tag(IfMatch.tag(request.version()))
                .location(ChangeRequestResource.address(request))
                .build();
    }

    private static ChangeContent.Grounds grounds(PersonBody body) {
        return new ChangeContent.Grounds(given("evidence", body.evidence()), given("reason", body.reason()));
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(new CannotPropose.GroundsMissing(field));
        }
        return value;
    }
}
