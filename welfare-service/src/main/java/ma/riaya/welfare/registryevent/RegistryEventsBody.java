package ma.riaya.welfare.registryevent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed in the registry: ids, kinds and days. */
record RegistryEventsBody(@NotEmpty @Size(max = 500) List<@NotNull @Valid RegistryEvent> events) {

    private static final String NAME = "[A-Z][A-Z_]{1,39}";

    @Schema(name = "RegistryEvent")
    record RegistryEvent(
            @NotNull UUID id,

            @Positive @Schema(examples = "4711", description = "The order of what concerns one person.")
            long sequence,

            @NotNull UUID personId,

            @NotNull @Pattern(regexp = NAME) @Schema(examples = "CATEGORY")
            String kind,

            @NotNull @Pattern(regexp = "KNOWN|TAKEN_BACK") @Schema(examples = "KNOWN")
            String change,

            @Nullable @Pattern(regexp = NAME) @Schema(examples = "WIDOWED_SPOUSE")
            String what,

            @NotNull @Schema(examples = "2025-07-01") LocalDate from,
            @Nullable @Schema(examples = "2026-07-01") LocalDate until,
            @Nullable UUID otherId,
            @Nullable UUID eventId,
            @Nullable UUID corrects) {}
}
