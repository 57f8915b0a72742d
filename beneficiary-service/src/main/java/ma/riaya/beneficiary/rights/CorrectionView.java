package ma.riaya.beneficiary.rights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for correction. */
@Schema(name = "CorrectionRequest")
record CorrectionView(
        UUID id,
        UUID personId,
        CorrectionRequest.State state,

        @Schema(description = "Whether the person filed it, or someone of the institution for them.")
        CorrectionRequest.FiledAs filedAs,

        Instant filedAt,
        @Nullable Instant answeredAt,

        @Nullable
        @Schema(
                examples = "Ma date de naissance est le 12 mai 1968.",
                description = "What is wrong; null unless it is told.")
        String said,

        @Nullable @Schema(description = "The reasons of the answer; null unless they are told.")
        String answer,

        @Schema(description = "Whether the texts are told: to the person, and to others with a purpose.")
        boolean told,

        @Schema(examples = "[\"answer\"]", description = "What the reader may do now.")
        List<String> actions) {}
