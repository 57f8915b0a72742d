package ma.riaya.welfare.registryevent;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that changed in the registry, as this service was told. */
@Schema(name = "RegistryNotice")
public record RegistryNotice(
        @Schema(
                examples = "CATEGORY",
                description =
                        "LIFE_EVENT, DEATH, CATEGORY, LINK, MERGE, or REQUEST for a request that is this person's.")
        String kind,

        @Schema(examples = "KNOWN", description = "KNOWN from then on, or TAKEN_BACK: known no more.")
        String change,

        @Nullable
        @Schema(
                examples = "WIDOWED_SPOUSE",
                description = "The kind of event, the category, or what the person is to another.")
        String what,

        @Schema(examples = "2025-07-01") LocalDate from,
        @Nullable @Schema(examples = "2026-07-01") LocalDate until,
        Instant receivedAt) {}
