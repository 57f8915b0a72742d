package ma.riaya.welfare.payment;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Moroccan account as a transfer names it: {@code MA64} and the 24 digits of a RIB whose key is right. */
public record Iban(String value) {

    /** Every RIB with a right key gives the same two check digits. */
    private static final Pattern FORM = Pattern.compile("MA64[0-9]{24}");

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public Iban {
        if (!isPayable(value)) {
            throw new IllegalArgumentException("no Moroccan account");
        }
    }

    /** The account, where a transfer can go to it. */
    public static Optional<Iban> of(String text) {
        return isPayable(text) ? Optional.of(new Iban(text)) : Optional.empty();
    }

    private static boolean isPayable(String text) {
        return FORM.matcher(text).matches()
                && new BigInteger(text.substring(4)).mod(MODULUS).signum() == 0
                && isKey(text.substring(text.length() - 2));
    }

    /** A key is 97 less a rest, so 1 to 97. */
    private static boolean isKey(String last) {
        int key = Integer.parseInt(last);
        return key >= 1 && key <= MODULUS.intValue();
    }

    /** Never written whole where a person might read it by the way. */
    @Override
    public String toString() {
        return "Iban[…" + value.substring(value.length() - 4) + "]";
    }
}
