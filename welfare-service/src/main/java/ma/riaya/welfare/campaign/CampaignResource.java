package ma.riaya.welfare.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.text.PlainText;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Campaigns of aid that the registry selects by rule. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.ADMIN})
@Tag(
        name = "Campaigns",
        description = "Lists selected from the registry by rule, approved by two people and paid in waves.")
class CampaignResource {

    private final OpenCampaign opening;
    private final CampaignBook book;
    private final CurrentCaller caller;

    CampaignResource(OpenCampaign opening, CampaignBook book, CurrentCaller caller) {
        this.opening = opening;
        this.book = book;
        this.caller = caller;
    }

    record OpenCampaignBody(
            @NotBlank @Size(max = 40) @Schema(examples = "AID_ADHA")
            String programme,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "منحة عيد الأضحى 2025")
            String nameAr,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Aide de l’Aïd al-Adha 2025")
            String nameFr,

            @NotNull @Min(2020) @Max(2100) @Schema(examples = "2025")
            Integer year,

            @NotNull @Schema(description = "What each person gets.")
            Money amount,

            @NotBlank
            @Size(max = 3)
            @Schema(description = "Whose envelope pays: HQ, or the code of a regional office.", examples = "HQ")
            String envelopeOffice) {}

    @POST
    @RolesAllowed({Roles.COMMITTEE, Roles.ADMIN})
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @APIResponseSchema(value = CampaignView.class, responseCode = "201", responseDescription = "Opened.")
    @Operation(
            operationId = "openCampaign",
            summary = "Open the campaign of a year of a programme that has rules to select by",
            description =
                    "Refusals: programme-unknown, office-unknown, programme-without-campaign, campaign-amount-out-of-range, campaign-already-open, envelope-missing.")
    public RestResponse<CampaignView> open(@NotNull @Valid OpenCampaignBody body) {
        Campaign campaign = opening.open(new OpenCampaign.Opening(
                body.programme(), body.nameAr(), body.nameFr(), body.year(), body.amount(), body.envelopeOffice()));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view(campaign))
                .location(URI.create("/v1/campaigns/" + campaign.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listCampaigns", summary = "Campaigns, the newest first")
    public RestResponse<Page<CampaignView>> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        Page<Campaign> page = Page.of(
                book.page(paging.after(1), paging.toRead()), paging.limit(), campaign -> Cursor.of(campaign.id()));
        Map<UUID, List<Wave>> waves =
                book.waves(page.items().stream().map(Campaign::id).toList());
        return Paging.answer(
                uri,
                page.map(campaign ->
                        CampaignView.of(campaign, waves.getOrDefault(campaign.id(), List.of()), caller.get())));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCampaign",
            summary = "One campaign, with its waves",
            description = "Refusals: campaign-unknown.")
    public CampaignView get(@PathParam("id") UUID id) {
        return view(book.get(id));
    }

    private CampaignView view(Campaign campaign) {
        List<Wave> waves = book.waves(List.of(campaign.id())).getOrDefault(campaign.id(), List.of());
        return CampaignView.of(campaign, waves, caller.get());
    }
}
