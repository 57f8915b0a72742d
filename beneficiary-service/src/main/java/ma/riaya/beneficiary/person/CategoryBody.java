package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category for a period, on evidence. */
public record CategoryBody(
        @NotNull Category category,
        @NotNull @Schema(examples = "2019-02-03") LocalDate from,

        @Nullable
        @Schema(
                examples = "2024-05-01",
                description = "The first day on which it is held no more; none while it is held.")
        LocalDate until,

        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{1,39}") @Schema(examples = "REMARRIED")
        String endReason,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Acte de décès 12/2019")
        String evidence,

        @NotBlank
        @Size(max = 1000)
        @PlainText
        @Schema(examples = "سجلت الصفة خطأ", description = "Why it is asked for.")
        String reason) {

    Period period() {
        if (endReason != null && until == null) {
            throw new RefusedException(new CannotTakePeriod.EndReasonWithoutEnd());
        }
        return new Period(from, until);
    }
}
