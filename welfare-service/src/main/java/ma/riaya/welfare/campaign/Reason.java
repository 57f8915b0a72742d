package ma.riaya.welfare.campaign;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why a person is not paid to an account.
 *
 * @param code stable; that of an earlier wave ends with its number
 * @param values what the text names; never the pension, which is kept apart
 */
record Reason(String code, Map<String, String> values) {

    static final String PENSION_ABOVE_CEILING = "pension-above-ceiling";
    static final String PENSION_UNKNOWN = "pension-unknown";
    static final String DECEASED = "deceased";
    static final String REMARRIED = "remarried";
    static final String CATEGORY_ENDED = "category-ended";
    static final String NO_ACCOUNT = "no-account";
    static final String ACCOUNT_REFUSED = "account-refused";
    static final String ALREADY_IN_WAVE = "already-in-wave";

    private static final Pattern NUMBER = Pattern.compile("-[0-9]+$");

    Reason {
        values = Map.copyOf(values);
    }

    static Reason of(String code) {
        return new Reason(code, Map.of());
    }

    static Reason of(String code, String name, Object value) {
        return new Reason(code, Map.of(name, value.toString()));
    }

    static Reason alreadyInWave(int number) {
        return of(ALREADY_IN_WAVE + "-" + number, "wave", number);
    }

    /** Where its text stands. */
    String textKey() {
        return "campaign-reason-" + NUMBER.matcher(code).replaceFirst("");
    }
}
