package ma.riaya.office.territory;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.Characters;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which office is to serve a province from now on, and why; an office of null must be said, so that none is taken away by omission. */
record AssignmentBody(
        @JsonProperty(required = true)
        @Nullable
        @Pattern(regexp = "^[A-Z]{3}$")
        @Schema(
                nullable = true,
                required = true,
                examples = "FES",
                description = "null where no office is to serve it.")
        String office,

        @NotBlank
        @Size(max = 500)
        @PlainText(lines = Characters.Lines.SEVERAL)
        @Schema(examples = "تقريب المصلحة من الأسر القاطنة بالإقليم")
        String reason) {}
