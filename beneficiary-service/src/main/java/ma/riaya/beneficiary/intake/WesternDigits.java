package ma.riaya.beneficiary.intake;

/** Digits as the registry compares them: ١٢٣ and ۱۲۳ are 123. */
final class WesternDigits {

    private WesternDigits() {}

    static String of(String text) {
        boolean western = text.chars().allMatch(c -> c < 0x660 || !Character.isDigit(c));
        if (western) {
            return text;
        }
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }
}
