package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is paid in the place of a person, for a period and on evidence. */
record PayeeBody(
        @NotNull @Schema(description = "The guardian, the widow or whoever else receives the aid.")
        UUID payeeId,

        @NotNull PayeeGround ground,
        @NotNull @Schema(examples = "2019-02-03") LocalDate from,

        @Nullable @Schema(examples = "2024-05-01", description = "The first day on which it is so no more.")
        LocalDate until,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Acte de tutelle 12/2019")
        String evidence) {

    Period period() {
        return new Period(from, until);
    }
}
