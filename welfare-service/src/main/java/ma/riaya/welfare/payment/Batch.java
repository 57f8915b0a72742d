package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment batch as stored.
 *
 * @param contentSha256 of its file, in hexadecimal; from the release on
 */
record Batch(
        UUID id,
        String number,
        BatchState state,
        int lines,
        Money total,
        String preparedBy,
        Instant preparedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String contentSha256,
        @Nullable Instant writtenAt) {}
