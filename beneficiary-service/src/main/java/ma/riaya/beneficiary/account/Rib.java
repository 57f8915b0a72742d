package ma.riaya.beneficiary.account;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;

/**
 * A Moroccan bank account number: bank 3 digits, city 3, account 16, key 2.
 *
 * <p>The key is 97 − (first 22 digits × 100 mod 97), so the whole is ≡ 0 mod 97, and the IBAN of every valid RIB begins {@code MA64}.
 */
public record Rib(String digits) {

    private static final int LENGTH = 24;
    private static final int BANK_LENGTH = 3;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final String IBAN_PREFIX = "MA64";

    /** Published lists contradict each other, so that a bank outside this one is only doubted. */
    private static final Set<String> KNOWN_BANKS = Set.of(
            "001", "002", "005", "007", "009", "011", "013", "019", "021", "022", "023", "028", "030", "041", "042",
            "045", "048", "050", "101", "105", "109", "117", "127", "133", "143", "145", "148", "150", "155", "157",
            "159", "164", "169", "172", "178", "181", "190", "205", "210", "225", "230", "310", "350", "360", "365",
            "366");

    /** The RIB as written in a file or a body, with blanks, in Western or Arabic-Indic digits; an IBAN is taken too. */
    public static Rib parse(String written) {
        String text = western(written);
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            if (!text.startsWith(IBAN_PREFIX)) {
                throw new RefusedException(new CannotTakeAccount.IbanNotMoroccan());
            }
            text = text.substring(IBAN_PREFIX.length());
        }
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedException(new CannotTakeAccount.RibNotTwentyFourDigits(text.length()));
        }
        if (new BigInteger(text).mod(NINETY_SEVEN).signum() != 0 || !isKey(text.substring(LENGTH - 2))) {
            throw new RefusedException(new CannotTakeAccount.RibKeyWrong());
        }
        return new Rib(text);
    }

    /** 97 less a rest is 1 to 97: 00, 98 and 99 leave the same rest as a right key, and are none. */
    private static boolean isKey(String last) {
        int key = Integer.parseInt(last);
        return key >= 1 && key <= NINETY_SEVEN.intValue();
    }

    public static Rib ofIban(String iban) {
        return parse(iban);
    }

    public String iban() {
        return IBAN_PREFIX + digits;
    }

    public String bank() {
        return digits.substring(0, BANK_LENGTH);
    }

    public boolean isOfAKnownBank() {
        return KNOWN_BANKS.contains(bank());
    }

    /** What may be shown to a reader without a purpose. */
    public String maskedIban() {
        return IBAN_PREFIX + " •••• •••• " + digits.substring(LENGTH - 4);
    }

    /** A number of an account is never logged. */
    @Override
    public String toString() {
        return "RIB";
    }

    private static String western(String written) {
        StringBuilder text = new StringBuilder(LENGTH);
        written.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '.')
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(text::appendCodePoint);
        return text.toString().toUpperCase(Locale.ROOT);
    }
}
