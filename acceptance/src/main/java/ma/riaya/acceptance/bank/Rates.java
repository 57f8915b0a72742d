package ma.riaya.acceptance.bank;

/**
 * How often the bank refuses, and how often a credited transfer comes back.
 *
 * @param refusedPerThousand of all lines
 * @param returnedPerThousand of the credited lines
 */
public record Rates(int refusedPerThousand, int returnedPerThousand) {

    /** About one line in two hundred refused, about one in two hundred and fifty returned. */
    public static final Rates USUAL = new Rates(5, 4);

    /** Every line with a valid account is paid and stays paid. */
    public static final Rates FLAWLESS = new Rates(0, 0);

    public Rates {
        if (refusedPerThousand < 0
                || refusedPerThousand > 1000
                || returnedPerThousand < 0
                || returnedPerThousand > 1000) {
            throw new IllegalArgumentException("rates go from 0 to 1000 per thousand");
        }
    }
}
