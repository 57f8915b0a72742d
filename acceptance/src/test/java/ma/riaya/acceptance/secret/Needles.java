package ma.riaya.acceptance.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks in any amount of text for any of thousands of secrets, in every dress that a program puts them in: as written, in small
 * letters, with blanks between, encoded for an address, in base64 at each of its three places, and in hexadecimal.
 */
public final class Needles {

    /** Every form is at least as long; by its first characters a needle is recognised. */
    private static final int HEAD = 8;

    private static final long BASE = 1_000_003L;

    private final Map<Long, List<Needle>> exact = new HashMap<>();
    private final Map<Long, List<Needle>> small = new HashMap<>();
    private final Map<Long, List<Needle>> smallWithoutBlanks = new HashMap<>();

    private record Needle(String text, String secret, String dress) {}

    public Needles(Collection<String> secrets) {
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            add(small, lower(secret), secret, "as written");
            add(smallWithoutBlanks, stripped(lower(secret)), secret, "with blanks");
            add(small, lower(URLEncoder.encode(secret, StandardCharsets.UTF_8)), secret, "in an address");
            add(
                    small,
                    lower(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20")),
                    secret,
                    "in an address");
            add(small, HexFormat.of().formatHex(bytes), secret, "in hexadecimal");
            for (int place = 0; place < 3; place++) {
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted(bytes, place));
                // What shares a letter with its neighbours differs from one place to the next.
                int first = place == 0 ? 0 : place + 1;
                int last = encoded.length() - ((bytes.length + place) % 3 == 0 ? 0 : 1);
                add(exact, encoded.substring(first, last), secret, "in base64");
                add(exact, encoded.substring(first, last).replace('+', '-').replace('/', '_'), secret, "in base64");
            }
        }
    }

    /** The secrets that stand in the text, each with its dress. */
    public Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        search(exact, text, found);
        String lowered = lower(text);
        search(small, lowered, found);
        search(smallWithoutBlanks, stripped(lowered), found);
        return found;
    }

    private static void search(Map<Long, List<Needle>> needles, String text, Set<String> found) {
        long power = 1;
        for (int i = 1; i < HEAD; i++) {
            power *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= HEAD) {
                hash -= text.charAt(i - HEAD) * power;
            }
            hash = hash * BASE + text.charAt(i);
            if (i >= HEAD - 1) {
                int start = i - HEAD + 1;
                List<Needle> alike = needles.get(hash);
                if (alike != null) {
                    alike.stream()
                            .filter(needle -> text.startsWith(needle.text(), start))
                            .forEach(needle -> found.add(needle.secret() + " " + needle.dress()));
                }
            }
        }
    }

    private static void add(Map<Long, List<Needle>> needles, String text, String secret, String dress) {
        if (text.length() < HEAD) {
            throw new IllegalArgumentException("too short to be told from chance: " + text);
        }
        long hash = 0;
        for (int i = 0; i < HEAD; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        needles.computeIfAbsent(hash, any -> new ArrayList<>()).add(new Needle(text, secret, dress));
    }

    private static byte[] shifted(byte[] bytes, int place) {
        byte[] moved = new byte[bytes.length + place];
        System.arraycopy(bytes, 0, moved, place, bytes.length);
        return moved;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String stripped(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                rest.append(c);
            }
        }
        return rest.toString();
    }
}
