package ma.riaya.acceptance.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves something only where it would have found it. */
class NeedlesTest {

    private static final String SECRET = "Sclérose en plaques ZQ7F3K";
    private final Needles needles = new Needles(List.of(SECRET, "QZ8123456"));

    @Test
    void everyDressIsSeen() {
        assertThat(needles.in("before " + SECRET + " after")).isNotEmpty();
        assertThat(needles.in(SECRET.toUpperCase(java.util.Locale.ROOT))).isNotEmpty();
        assertThat(needles.in("qz 81 23 45 6")).isNotEmpty();
        assertThat(needles.in("q=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(needles.in(HexFormat.of().formatHex(("x" + SECRET).getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(needles.in("nothing of the kind, QZ8123457 among others")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "a longer beginning"})
    void base64IsSeenWhereverTheSecretStandsInIt(String before) {
        for (String after : List.of("", "x", "xy", "xyz")) {
            byte[] whole = (before + SECRET + after).getBytes(StandardCharsets.UTF_8);
            assertThat(needles.in(Base64.getEncoder().encodeToString(whole))).isNotEmpty();
            assertThat(needles.in(Base64.getUrlEncoder().encodeToString(whole))).isNotEmpty();
        }
    }
}
