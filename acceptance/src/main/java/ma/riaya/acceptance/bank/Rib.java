package ma.riaya.acceptance.bank;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A Moroccan bank account: bank 3, city 3, account 16 and key 2 digits.
 *
 * <p>The key is 97 − (the first 22 digits × 100 mod 97), so a valid RIB is a multiple of 97.
 * This is a reading of the rule apart from the services' own, so that one mistake is not made twice.
 */
public record Rib(String digits) {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int LENGTH = 24;
    private static final String EVERY_MOROCCAN_IBAN = "MA64";

    public Rib {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a valid RIB");
        }
    }

    /** The account of this bank, city and account number, with the key that belongs to it. */
    public static Rib of(String bank, String city, String account) {
        String body = bank + city + account;
        if (!body.matches("\\d{22}")) {
            throw new IllegalArgumentException("bank 3, city 3 and account 16 digits are needed");
        }
        return new Rib(body + "%02d".formatted(keyOf(body)));
    }

    /** Reads the account behind a Moroccan IBAN; empty where the IBAN is not one. */
    public static Optional<Rib> fromIban(String iban) {
        return iban.startsWith(EVERY_MOROCCAN_IBAN) && isValid(iban.substring(4))
                ? Optional.of(new Rib(iban.substring(4)))
                : Optional.empty();
    }

    public static boolean isValid(String digits) {
        return digits.length() == LENGTH
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && keyOf(digits.substring(0, 22)) == Integer.parseInt(digits.substring(22));
    }

    /** The check digits of a Moroccan IBAN over a valid RIB are always 64. */
    public String iban() {
        return EVERY_MOROCCAN_IBAN + digits;
    }

    private static int keyOf(String body) {
        return 97
                - new BigInteger(body)
                        .multiply(BigInteger.valueOf(100))
                        .mod(NINETY_SEVEN)
                        .intValueExact();
    }
}
