package ma.riaya.beneficiary.changerequest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request is refused. */
@Schema(name = "ChangeRefusalBody")
record ReasonBody(
        @NotBlank @Size(max = 1000) @PlainText @Schema(examples = "الشهادة غير مختومة")
        String reason) {}
