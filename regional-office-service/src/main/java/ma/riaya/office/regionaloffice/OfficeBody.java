package ma.riaya.office.regionaloffice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator may change of an office: names, coordinates and contacts. */
record OfficeBody(
        @NotNull
        @Pattern(regexp = "^[\\u0621-\\u064A][\\u0621-\\u0652\\u067E\\u06A4\\u06AD\\u06AF ()-]{2,119}$")
        @Schema(examples = "المصلحة الولائية للعمل الاجتماعي بالرشيدية")
        String nameAr,

        @NotNull
        @Pattern(regexp = "^[A-Za-zÀ-ÖØ-öø-ÿŒœ][A-Za-zÀ-ÖØ-öø-ÿŒœ '’()-]{2,119}$")
        @Schema(examples = "Service wilayal de l’action sociale d’Errachidia")
        String nameFr,

        @NotNull @Min(20) @Max(37) @Schema(description = "Degrees north, WGS 84.", examples = "31.9314")
        BigDecimal latitude,

        @NotNull @Min(-18) @Max(0) @Schema(description = "Degrees east, WGS 84.", examples = "-4.4244")
        BigDecimal longitude,

        @NotNull @Valid Contacts contacts) {}
