package ma.riaya.office.regionaloffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A regional office; its head is null while none is appointed. */
public record OfficeView(
        @Schema(examples = "ERR") String code,

        @Schema(examples = "المصلحة الولائية للعمل الاجتماعي بالرشيدية")
        String nameAr,

        @Schema(examples = "Service wilayal de l’action sociale d’Errachidia")
        String nameFr,

        @Schema(examples = "الرشيدية") String cityAr,
        @Schema(examples = "Errachidia") String cityFr,

        @Schema(description = "The region where it sits.", examples = "08")
        String region,

        @Schema(description = "The province or prefecture where it sits.", examples = "MA-ERR")
        String division,

        @Schema(description = "Degrees north, WGS 84.", examples = "31.9314")
        BigDecimal latitude,

        @Schema(description = "Degrees east, WGS 84.", examples = "-4.4244")
        BigDecimal longitude,

        Contacts contacts,

        @Nullable @Schema(nullable = true, description = "Who heads it today; null while none is appointed.")
        Head head,

        @Schema(
                description = "What the reader may do: change, appoint-head.",
                examples = "[\"change\", \"appoint-head\"]")
        List<String> actions) {

    /** Who heads an office today, and by which decision. */
    @Schema(name = "Head")
    public record Head(
            @Schema(examples = "hassan") String username,
            @Schema(examples = "حسن العلوي") String nameAr,
            @Schema(examples = "Hassan El Alaoui") String nameFr,
            @Schema(description = "First day of service.") LocalDate from,

            @Schema(examples = "2026/147") String decisionNumber) {}
}
