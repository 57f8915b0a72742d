package ma.riaya.beneficiary.sharedaccount;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import ma.riaya.beneficiary.person.SharedAccounts;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What headquarters and auditors look into: accounts that more families are paid to than is usual. */
@Path("/v1/shared-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shared accounts", description = "Accounts that many are paid to.")
class SharedAccountResource {

    private static final String FINGERPRINT = "[0-9a-f]{64}";

    private final SharedAccounts accounts;
    private final Audit audit;

    SharedAccountResource(SharedAccounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Schema(name = "SharedAccount")
    record SharedAccountView(
            @Schema(description = "Tells one account from another; no number can be read from it.")
            String fingerprint,

            @Schema(examples = "7", description = "How many are paid to it.")
            int payees,

            @Schema(
                    examples = "5",
                    description = "The same where those who are linked with each other count once; above the usual.")
            int families) {}

    @Schema(name = "SharedAccountPayee")
    record PayeeView(
            UUID personId,
            @Schema(examples = "CMR-000123") String reference,
            @Nullable @Schema(examples = "ERR") String office) {}

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Transactional
    @Operation(
            operationId = "listSharedAccounts",
            summary = "The accounts that more families are paid to than is usual",
            description =
                    "Roles: finance, auditor, registry-manager. Usual is riaya.account.shared-above (2). Refusals: cursor-invalid.")
    public RestResponse<Page<SharedAccountView>> list(@Context UriInfo uri, @Valid @BeanParam Paging paging) {
        Cursor after = paging.after(1);
        Page<SharedAccountView> page = Page.of(
                        accounts.list(
                                after == null ? null : after.value(0, SharedAccountResource::fingerprint),
                                paging.toRead()),
                        paging.limit(),
                        last -> Cursor.of(last.fingerprint()))
                .map(one -> new SharedAccountView(one.fingerprint(), one.payees(), one.families()));
        return Paging.answer(uri, page);
    }

    @GET
    @Path("/{fingerprint}/payees")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER})
    @Transactional
    @Operation(
            operationId = "listPayeesOfAccount",
            summary = "Who is paid to an account, will be, or asks for it; by id, and the look is recorded",
            description = "Roles: finance, auditor, registry-manager. Empty where nobody is. Refusals: cursor-invalid.")
    public RestResponse<Page<PayeeView>> payees(
            @PathParam("fingerprint") @Pattern(regexp = FINGERPRINT) String fingerprint,
            @Context UriInfo uri,
            @Valid @BeanParam Paging paging) {
        Cursor after = paging.after(1);
        Page<PayeeView> page = Page.of(
                        accounts.payees(fingerprint, after == null ? null : after.uuid(0), paging.toRead()),
                        paging.limit(),
                        last -> Cursor.of(last.id()))
                .map(one -> new PayeeView(one.id(), one.reference(), one.office()));
        audit.append(page.items().stream()
                .map(one -> AuditEntry.of("shared-account-read", "person", one.personId()))
                .toList());
        return Paging.answer(uri, page);
    }

    private static String fingerprint(String said) {
        if (!said.matches(FINGERPRINT)) {
            throw new IllegalArgumentException("no fingerprint");
        }
        return said;
    }
}
