package ma.riaya.welfare.payment.bankfile;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where in a bank's file something stands, without what stands there.
 *
 * @param path the names of the elements that lead there, from the message on
 * @param line from 1
 * @param column from 1
 */
public record Place(String path, int line, int column) {

    private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^A-Za-z0-9._:/#-]");
    private static final int LONGEST = 200;

    public Place {
        path = shown(path);
    }

    /** A name as a refusal may repeat it, whoever chose it. */
    static String shown(String name) {
        String harmless = NOT_OF_A_NAME.matcher(name).replaceAll("");
        return harmless.substring(0, Math.min(LONGEST, harmless.length()));
    }

    Map<String, Object> parameters() {
        return Map.of("path", path, "line", line, "column", column);
    }
}
