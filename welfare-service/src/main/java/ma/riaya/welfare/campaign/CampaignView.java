package ma.riaya.welfare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign with its waves. */
record CampaignView(
        UUID id,
        @Schema(examples = "AID_ADHA") String programme,

        @Schema(description = "The version whose rules select.", examples = "1")
        int programmeVersion,

        @Schema(examples = "منحة عيد الأضحى 2025") String nameAr,
        @Schema(examples = "Aide de l’Aïd al-Adha 2025") String nameFr,
        @Schema(examples = "2025") int year,
        @Schema(description = "What each person gets.") Money amount,
        @Schema(description = "The envelope that pays.") UUID envelope,
        @Schema(description = "Subject of the account.") String openedBy,
        Instant openedAt,
        List<WaveOfCampaign> waves,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    /** A wave as its campaign lists it. */
    @Schema(name = "WaveOfCampaign")
    record WaveOfCampaign(int number, LocalDate asOf, WaveState state, Money total) {}

    static CampaignView of(Campaign campaign, List<Wave> waves, Caller reader) {
        return new CampaignView(
                campaign.id(),
                campaign.programme(),
                campaign.programmeVersion(),
                campaign.nameAr(),
                campaign.nameFr(),
                campaign.year(),
                campaign.amount(),
                campaign.envelope(),
                campaign.openedBy(),
                campaign.openedAt(),
                waves.stream()
                        .map(wave -> new WaveOfCampaign(wave.number(), wave.asOf(), wave.state(), wave.total()))
                        .toList(),
                reader.hasAny(Roles.COMMITTEE, Roles.ADMIN) ? List.of("select-wave") : List.of());
    }
}
