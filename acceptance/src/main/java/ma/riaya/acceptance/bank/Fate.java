package ma.riaya.acceptance.bank;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What becomes of a transfer to an account.
 *
 * <p>It hangs on the seed and the account alone: an account that is closed today is closed tomorrow,
 * and the figures of a demonstration are the same on every machine.
 */
final class Fate {

    private static final int ALL = 100_000;
    private static final String[] REFUSALS = {"AC04", "AC04", "AC04", "AC06", "AC01", "BE04"};
    private static final String[] RETURNS = {"AC04", "AC06", "MD07", "AC04"};

    private final long seed;
    private final Rates rates;

    Fate(long seed, Rates rates) {
        this.seed = seed;
        this.rates = rates;
    }

    /** Why the line is refused, as a reason of ISO 20022; empty where it is credited. */
    Optional<String> refusal(PaymentOrder.Line line) {
        if (!line.currency().equals("MAD")) {
            return Optional.of("AM03");
        }
        if (line.amount().signum() <= 0 || line.amount().scale() > 2) {
            return Optional.of("AM12");
        }
        if (Rib.fromIban(line.creditorIban()).isEmpty()) {
            return Optional.of("AC01");
        }
        if (line.creditorName().isEmpty()) {
            return Optional.of("BE22");
        }
        int drawn = drawn("refusal", line.creditorIban());
        return drawn < rates.refusedPerThousand() * ALL / 1000
                ? Optional.of(REFUSALS[drawn % REFUSALS.length])
                : Optional.empty();
    }

    /** Why the credited line comes back days later; empty where it stays. */
    Optional<String> comeback(PaymentOrder.Line line) {
        int drawn = drawn("return", line.creditorIban());
        return drawn < rates.returnedPerThousand() * ALL / 1000
                ? Optional.of(RETURNS[drawn % RETURNS.length])
                : Optional.empty();
    }

    private int drawn(String question, String iban) {
        byte[] asked = (seed + "/" + question + "/" + iban).getBytes(StandardCharsets.UTF_8);
        return (int) (Long.parseLong(Bytes.sha256(asked).substring(0, 15), 16) % ALL);
    }
}
