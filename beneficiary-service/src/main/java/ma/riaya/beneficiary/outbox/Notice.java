package ma.riaya.beneficiary.outbox;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of the registry as other services learn it: ids, kinds and days, and nothing of a person. */
record Notice(
        UUID id,
        long sequence,
        UUID personId,
        String kind,
        String change,
        @Nullable String what,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID otherId,
        @Nullable UUID eventId,
        @Nullable UUID corrects) {}
