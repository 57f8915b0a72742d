package ma.riaya.beneficiary.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.Characters;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an event is not as it was entered, and what happened instead. */
record CorrectionBody(
        @NotBlank
        @Size(max = 1000)
        @PlainText(lines = Characters.Lines.SEVERAL)
        @Schema(examples = "Le décès est du 3 et non du 13 juillet")
        String reason,

        @Nullable @Valid @Schema(description = "What happened; none where the event is withdrawn.")
        EventBody event) {}
