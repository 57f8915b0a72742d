package ma.riaya.welfare.aidrequest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken, in writing; the family may read it. */
public record ReasonsBody(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description = "Without a diagnosis: the documents hold that.",
                examples = "Pièces conformes, situation établie par l’enquête sociale")
        String reasons) {}
