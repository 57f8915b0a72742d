package ma.riaya.beneficiary.merge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.Field;
import ma.riaya.beneficiary.person.MergedChoice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal that two records are one person, or two again, and what became of it. */
@Schema(name = "Merge")
record MergeView(
        UUID id,
        Proposal.Kind kind,
        UUID survivor,
        UUID merged,

        @Nullable @Schema(description = "The merge that an unmerge undoes.")
        UUID undoes,

        Proposal.State state,

        @Schema(description = "Of each field in which they differ, whose value stands.")
        Map<Field, MergedChoice> choices,

        @Schema(
                description =
                        "Of a merge the rows that do not stand; of an unmerge those entered since that belong to the other.")
        List<UUID> lines,

        @Schema(description = "Of an unmerge, the requests for aid that are the other's.")
        List<UUID> requests,

        @Schema(examples = "Même CIN, saisie deux fois") String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,

        @Schema(examples = "[\"approve\", \"reject\"]", description = "What the reader may do now.")
        List<String> actions) {

    static MergeView of(
            Proposal proposal,
            Map<Field, MergedChoice> choices,
            String reason,
            @Nullable String decisionReason,
            List<String> actions) {
        return new MergeView(
                proposal.id(),
                proposal.kind(),
                proposal.survivor(),
                proposal.merged(),
                proposal.undoes(),
                proposal.state(),
                choices,
                proposal.lines(),
                proposal.requests(),
                reason,
                proposal.proposedBy(),
                proposal.proposedAt().toInstant(),
                proposal.decidedBy(),
                Optional.ofNullable(proposal.decidedAt())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                decisionReason,
                actions);
    }
}
