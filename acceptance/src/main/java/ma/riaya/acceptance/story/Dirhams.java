package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Money as the API writes it: a decimal string and MAD. */
final class Dirhams {

    private Dirhams() {}

    static Map<String, String> body(String amount) {
        return Map.of("amount", amount, "currency", "MAD");
    }

    /** Reads a money value, or says that the view lacks it. */
    static BigDecimal of(JsonNode money, String what) {
        if (!money.path("amount").isTextual()
                || !money.path("currency").asText().equals("MAD")) {
            throw new StoryFailed(what + " should be an amount in MAD, but is " + money);
        }
        return new BigDecimal(money.path("amount").asText());
    }

    static String shown(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f MAD", amount);
    }
}
