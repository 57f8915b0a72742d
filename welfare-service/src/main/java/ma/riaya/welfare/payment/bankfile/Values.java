package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How single values of a message are read. */
final class Values {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");
    private static final int LONGEST = 70;

    private Values() {}

    static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new MessageReader.Unreadable("an amount");
        }
        return new BigDecimal(text);
    }

    /** An identifier or code; ISO bounds them at 35, and what is longer cannot be ours. */
    static @Nullable String code(String text) {
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
