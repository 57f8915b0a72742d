package ma.riaya.office.regionaloffice;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.riaya.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the public reaches an office; what is not published is null. */
public record Contacts(
        @Nullable @Pattern(regexp = "^\\+?[0-9 ]{5,20}$") @Schema(nullable = true, examples = "+212 535 57 00 00")
        String phone,

        @Nullable
        @Size(max = 120)
        @Pattern(regexp = "^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$")
        @Schema(nullable = true, examples = "errachidia@example.ma")
        String email,

        @Nullable @Size(max = 300) @PlainText @Schema(nullable = true, examples = "شارع مولاي علي الشريف، الرشيدية")
        String addressAr,

        @Nullable
        @Size(max = 300)
        @PlainText
        @Schema(nullable = true, examples = "Avenue Moulay Ali Cherif, Errachidia")
        String addressFr) {}
