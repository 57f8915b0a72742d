package ma.riaya.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTokensTest {

    private final List<String> signedIn = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");

    private final TokenSource tokens = new KeptTokens(this::signIn, () -> now);

    private String signIn(String user) {
        signedIn.add(user);
        String claims = "{\"exp\":" + now.plusSeconds(900).getEpochSecond() + ",\"n\":" + signedIn.size() + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }

    @Test
    void aTokenIsKeptUntilAMinuteBeforeItExpires() {
        String first = tokens.tokenOf("nadia");
        now = now.plusSeconds(839);
        assertThat(tokens.tokenOf("nadia")).isEqualTo(first);
        now = now.plusSeconds(2);
        assertThat(tokens.tokenOf("nadia")).isNotEqualTo(first);
        assertThat(signedIn).containsExactly("nadia", "nadia");
    }

    @Test
    void eachUserHasAnOwnToken() {
        assertThat(tokens.tokenOf("nadia")).isNotEqualTo(tokens.tokenOf("omar"));
        assertThat(signedIn).containsExactly("nadia", "omar");
    }

    @Test
    void whatIsNoTokenIsSaid() {
        TokenSource broken = new KeptTokens(user -> "sorry", () -> now);
        broken.tokenOf("nadia");
        assertThatThrownBy(() -> broken.tokenOf("nadia")).hasMessageContaining("not a JWT");
    }
}
