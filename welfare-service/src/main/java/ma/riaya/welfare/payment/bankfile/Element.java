package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * An element of a message as it ended, with what ISO 20022 lets stand in it.
 *
 * @param message the element of the message itself
 * @param path below the message
 * @param text what stands directly in it, as written; empty where it holds elements
 * @param ccy its attribute {@code Ccy}
 * @param line where its content begins
 * @param column where its content begins
 */
record Element(
        String message, String path, String text, @Nullable String ccy, int line, int column) {

    private static final String DIRHAM = "MAD";
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_CODE = 35;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]{1,5})?");
    private static final Pattern DIRHAMS = Pattern.compile("[0-9]+(\\.[0-9]{1,2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})" + OFFSET);
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\\.[0-9]{1,9})?" + OFFSET);

    /** 18 digits, of which dirhams have two after the point and any other currency five: no sign, exponent or blank. */
    BigDecimal amount() {
        Pattern form = currency().equals(DIRHAM) ? DIRHAMS : AMOUNT;
        int digits = text.length() - (text.contains(".") ? 1 : 0);
        if (!form.matcher(text).matches() || digits > MOST_DIGITS) {
            throw new RefusedException(new CannotReadBankFile.AmountMalformed(place()));
        }
        return new BigDecimal(text);
    }

    String currency() {
        if (ccy == null || !CURRENCY.matcher(ccy).matches()) {
            throw new RefusedException(new CannotReadBankFile.CurrencyMalformed(place()));
        }
        return ccy;
    }

    /** An identifier or code without the blanks around it; null where nothing stands there. */
    @Nullable
    String code() {
        String code = text.strip();
        boolean unseen = code.chars().anyMatch(Element::isUnseen);
        if (unseen || code.length() > LONGEST_CODE) {
            throw malformed();
        }
        return code.isEmpty() ? null : code;
    }

    /** Whether the text is the one word and not the other; a third is refused. */
    boolean is(String word, String other) {
        String code = text.strip();
        if (!code.equals(word) && !code.equals(other)) {
            throw malformed();
        }
        return code.equals(word);
    }

    boolean isTrue() {
        String written = text.strip();
        return written.equals("1") || !written.equals("0") && is("true", "false");
    }

    LocalDate date() {
        Matcher written = DATE.matcher(text.strip());
        if (!written.matches()) {
            throw noDate();
        }
        try {
            return LocalDate.parse(written.group(1));
        } catch (DateTimeException noDay) {
            throw noDate();
        }
    }

    /** The business day of a time; one without an offset is the bank's own, which is ours. */
    LocalDate dayOfTime() {
        Matcher written = TIME.matcher(text.strip());
        if (!written.matches()) {
            throw noDate();
        }
        try {
            return written.group(3) == null
                    ? LocalDateTime.parse(written.group(1)).toLocalDate()
                    : LocalDate.ofInstant(
                            OffsetDateTime.parse(written.group(1) + written.group(3))
                                    .toInstant(),
                            Clocks.BUSINESS_ZONE);
        } catch (DateTimeException noTime) {
            throw noDate();
        }
    }

    /** It stands where nothing of its name may stand any more. */
    RefusedException unexpected() {
        return new RefusedException(new CannotReadBankFile.UnexpectedElement(place()));
    }

    /** The element of that path is not in it. */
    RefusedException lacks(String inside) {
        String whole = path.isEmpty() ? inside : path + "/" + inside;
        return new RefusedException(
                new CannotReadBankFile.MissingElement(new Place(message + "/" + whole, line, column)));
    }

    RefusedException malformed() {
        return new RefusedException(new CannotReadBankFile.ValueMalformed(place()));
    }

    private RefusedException noDate() {
        return new RefusedException(new CannotReadBankFile.DateMalformed(place()));
    }

    private Place place() {
        return new Place(path.isEmpty() ? message : message + "/" + path, line, column);
    }

    /** Such characters would turn a line of a list around, or make two references look alike. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
