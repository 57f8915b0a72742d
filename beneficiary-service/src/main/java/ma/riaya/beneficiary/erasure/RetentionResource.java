package ma.riaya.beneficiary.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** How long persons are kept. */
@Path("/v1/retention-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
class RetentionResource {

    private final Jdbi jdbi;

    RetentionResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Schema(name = "RetentionRule")
    record RuleView(
            @Schema(examples = "WIDOWED_SPOUSE", description = "The category; NONE for whoever never held one.")
            String category,

            @Schema(examples = "[\"AID_INSTRUCTION\", \"PAYMENT\"]", description = "The purposes that it is kept for.")
            List<String> purposes,

            @Schema(
                    examples = "120",
                    description = "Months after the category has ended, by this rule and its purposes in force.")
            int months) {}

    @GET
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
            operationId = "listRetentionRules",
            summary = "How long persons are kept after their last category has ended",
            description =
                    "Roles: all. A purpose of the register that is kept longer makes its categories kept as long.")
    public Page<RuleView> list() {
        return new Page<>(
                jdbi.withHandle(
                        handle -> handle.createQuery("""
                                SELECT r.category, r.purposes, greatest(r.months, (SELECT max(p.retention_months) FROM processing_purpose p
                                    WHERE p.state = 'IN_FORCE' AND p.code = ANY (r.purposes))) AS months
                                FROM retention_rule r ORDER BY r.category
                                """).mapTo(RuleView.class).list()),
                null);
    }
}
