package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account to use from now on. */
record AccountBody(
        @NotBlank
        @Size(max = 80)
        @PlainText
        @Schema(
                examples = "011 519 0000012050005349 21",
                description = "RIB of 24 digits, or an IBAN that begins MA64; blanks do not count.")
        String rib) {}
