package ma.riaya.welfare.payment.bankfile;

import org.jspecify.annotations.Nullable;

/**
 * What the bank says of a whole batch, and so of every payment in it of which it says nothing nearer.
 *
 * @param originalMessageId our number of the batch; null where the bank gave none
 */
public record BatchStatus(
        @Nullable String originalMessageId,
        Says says,
        @Nullable String reason) {}
