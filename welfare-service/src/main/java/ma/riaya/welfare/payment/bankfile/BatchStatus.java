package ma.riaya.welfare.payment.bankfile;

import org.jspecify.annotations.Nullable;

/** What the bank says of a whole batch, and so of every payment in it that it does not name. */
public record BatchStatus(
        String originalMessageId, Says says, @Nullable String reason) {}
