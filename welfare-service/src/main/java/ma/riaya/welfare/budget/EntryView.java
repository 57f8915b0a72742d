package ma.riaya.welfare.budget;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of an envelope. */
record EntryView(
        UUID id,

        @Schema(
                enumeration = {"ALLOT", "CUT", "RESERVE", "RELEASE", "COMMIT", "UNCOMMIT", "PAY", "GIVE_BACK"},
                examples = "RESERVE")
        String kind,

        Money amount,
        @Schema(examples = "decision") String causeType,
        UUID cause,
        Instant occurredAt) {}
