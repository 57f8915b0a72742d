package ma.riaya.beneficiary.changerequest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account to use once another person has approved it. */
record AccountChangeBody(
        @NotBlank
        @Size(max = 80)
        @PlainText
        @Schema(
                examples = "011 519 0000012050005349 21",
                description = "RIB of 24 digits, or an IBAN that begins MA64; blanks do not count.")
        String rib,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "شهادة بنكية 12/2026")
        String evidence,

        @NotBlank @Size(max = 1000) @PlainText @Schema(examples = "أغلقت الحساب القديم")
        String reason) {

    ChangeContent.Grounds grounds() {
        return new ChangeContent.Grounds(evidence, reason);
    }
}
