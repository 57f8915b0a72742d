package ma.riaya.beneficiary.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A monthly pension for a period. */
public record PensionBody(
        @NotNull @Schema(examples = "2019-03-01") LocalDate from,

        @Nullable
        @Schema(
                examples = "2023-01-01",
                description = "The first day on which it is received no more; none while it is received.")
        LocalDate until,

        @NotNull @Valid AmountBody amount,

        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "إشعار المعاش 2026/17")
        String evidence,

        @NotBlank @Size(max = 1000) @PlainText @Schema(examples = "رفع المعاش", description = "Why it is asked for.")
        String reason) {

    @Schema(name = "AmountBody")
    public record AmountBody(
            @NotNull @Size(max = 20) @Schema(examples = "1850.00")
            String amount,

            @NotNull @Size(max = 3) @Schema(examples = "MAD")
            String currency) {

        Money money() {
            return new Money(amount, currency).checked();
        }
    }

    Period period() {
        return new Period(from, until);
    }
}
