package ma.riaya.beneficiary.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.Field;
import ma.riaya.beneficiary.person.MergedChoice;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That two records are one person. */
@Schema(name = "MergeProposal")
record MergeBody(
        @NotNull @Schema(description = "The record that stays.")
        UUID survivor,

        @NotNull @Schema(description = "The record that answers as the survivor from then on.")
        UUID merged,

        @Nullable
        @Size(max = 20)
        @Schema(
                examples = "{\"FAMILY_NAME_LATIN\": \"SURVIVOR\", \"BIRTH_DATE\": \"MERGED\"}",
                description = "Whose value stands, for each field in which both have one and they differ.")
        Map<Field, MergedChoice> choices,

        @Nullable
        @Size(max = 200)
        @Schema(
                description =
                        "Rows that do not stand: one of each two that exclude each other. They stay in the history.")
        List<@NotNull UUID> dropped,

        @NotBlank
        @Size(max = 1000)
        @PlainText
        @Schema(examples = "Même personne, saisie deux fois : CIN vue au guichet")
        String reason) {

    Map<Field, MergedChoice> said() {
        return choices == null ? Map.of() : choices;
    }

    List<UUID> rows() {
        return dropped == null ? List.of() : dropped;
    }
}
