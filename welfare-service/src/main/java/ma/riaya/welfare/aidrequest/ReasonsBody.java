package ma.riaya.welfare.aidrequest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.Characters;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken, in writing; the family may read it. */
public record ReasonsBody(
        @NotBlank
        @Size(max = 2000)
        @PlainText(lines = Characters.Lines.SEVERAL)
        @Schema(
                description = "Without a diagnosis: the documents hold that.",
                examples = "Pièces conformes, situation établie par l’enquête sociale")
        String reasons) {}
