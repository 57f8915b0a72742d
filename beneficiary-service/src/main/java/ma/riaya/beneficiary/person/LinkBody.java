package ma.riaya.beneficiary.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** This person is the kind of the other, for a period. */
public record LinkBody(
        @NotNull LinkKind kind,
        @NotNull @Schema(description = "The other person.") UUID personId,
        @NotNull @Schema(examples = "1989-08-17") LocalDate from,

        @Nullable @Schema(examples = "2019-02-03", description = "The first day on which it is so no more.")
        LocalDate until,

        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{1,39}") @Schema(examples = "DIVORCED")
        String endReason,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Acte de mariage 345/1989")
        String evidence,

        @NotBlank
        @Size(max = 1000)
        @PlainText
        @Schema(examples = "لم يسجل الزواج", description = "Why it is asked for.")
        String reason) {

    Period period() {
        if (endReason != null && until == null) {
            throw new RefusedException(new CannotTakePeriod.EndReasonWithoutEnd());
        }
        return new Period(from, until);
    }
}
