package ma.riaya.office.territory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A province or prefecture; its office is null while none serves it. */
record ProvinceView(
        @Schema(examples = "MA-ERR") String code,

        @Schema(description = "PREFECTURE where most people live in towns, PROVINCE elsewhere.", examples = "PROVINCE")
        Type type,

        @Schema(examples = "الرشيدية") String nameAr,
        @Schema(examples = "Errachidia") String nameFr,
        @Schema(examples = "08") String region,

        @Nullable
        @Schema(nullable = true, description = "The office that serves it; null while none does.", examples = "ERR")
        String office,

        @Schema(description = "What the reader may do: assign.", examples = "[\"assign\"]")
        List<String> actions) {

    /** عمالة or إقليم. */
    @Schema(name = "ProvinceType")
    enum Type {
        PREFECTURE,
        PROVINCE
    }
}
