package ma.riaya.beneficiary.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That one record is two people again. */
@Schema(name = "UnmergeProposal")
record UnmergeBody(
        @Nullable
        @Size(max = 200)
        @Schema(
                description =
                        "Of what was entered on the survivor since the merge, the rows that belong to the other; all else stays with the survivor.")
        List<@NotNull UUID> belongToOther,

        @Nullable
        @Size(max = 200)
        @Schema(
                description =
                        "Of the requests for aid that were made for the survivor's own id since the merge, those that are the other's; welfare-service lists them by the person.")
        List<@NotNull UUID> requestsOfOther,

        @NotBlank
        @Size(max = 1000)
        @PlainText
        @Schema(examples = "Deux cousines du même nom, actes de naissance produits")
        String reason) {

    List<UUID> requests() {
        return requestsOfOther == null ? List.of() : requestsOfOther;
    }

    List<UUID> rows() {
        return belongToOther == null ? List.of() : belongToOther;
    }
}
