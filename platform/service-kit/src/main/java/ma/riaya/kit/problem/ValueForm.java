package ma.riaya.kit.problem;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ma.riaya.kit.time.Clocks;

/**
 * How a sentence writes a value for its reader; machines read the value itself under {@code parameters}.
 *
 * <p>A text declares it beside the name: {@code {asked, money}}.
 * A value that has not the form's own shape, such as one that is hidden, is written as it stands.
 */
enum ValueForm {
    /** As it stands; a number without marks between its digits, for it may be a year or a rank. */
    PLAIN {
        @Override
        String shaped(String value, Locale language) {
            return value;
        }
    },

    /** A code by the name that the texts have for it; as it stands where they have none. */
    NAMED {
        @Override
        String shaped(String value, Locale language) {
            return value;
        }
    },

    /** An amount in dirhams with its currency, which no line break parts. */
    MONEY {
        @Override
        String shaped(String value, Locale language) {
            DecimalFormatSymbols marks = DecimalFormatSymbols.getInstance(Locale.ROOT);
            marks.setGroupingSeparator(of(language, '.', NO_BREAK, ','));
            marks.setDecimalSeparator(of(language, ',', ',', '.'));
            return new DecimalFormat("#,##0.00", marks).format(new BigDecimal(value))
                    + NO_BREAK
                    + of(language, "درهم", "MAD", "MAD");
        }
    },

    DAY {
        @Override
        String shaped(String value, Locale language) {
            return LocalDate.parse(value)
                    .format(DateTimeFormatter.ofPattern(
                            of(language, "dd/MM/uuuu", "dd/MM/uuuu", "d MMMM uuuu"), Locale.ENGLISH));
        }
    },

    /** To the second, as the clocks of Morocco show it. */
    MOMENT {
        @Override
        String shaped(String value, Locale language) {
            String pattern = of(
                    language, "dd/MM/uuuu 'على الساعة' HH:mm:ss", "dd/MM/uuuu 'à' HH:mm:ss", "d MMMM uuuu, HH:mm:ss");
            return Instant.parse(value)
                    .atZone(Clocks.BUSINESS_ZONE)
                    .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        }
    };

    private static final char NO_BREAK = '\u00A0';

    abstract String shaped(String value, Locale language);

    String written(Object value, Locale language) {
        try {
            return shaped(value.toString(), language);
        } catch (NumberFormatException | DateTimeException otherShape) {
            return value.toString();
        }
    }

    /** The form that a text declares; none where it is one of the message format's own. */
    static Optional<ValueForm> named(String declared) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(declared))
                .findAny();
    }

    private static <T> T of(Locale language, T arabic, T french, T english) {
        return switch (language.getLanguage()) {
            case "ar" -> arabic;
            case "fr" -> french;
            default -> english;
        };
    }
}
