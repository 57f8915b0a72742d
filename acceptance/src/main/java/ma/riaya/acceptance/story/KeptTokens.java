package ma.riaya.acceptance.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Keeps each user's token until shortly before it expires, then signs in again. */
public final class KeptTokens implements TokenSource {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final TokenSource signIn;
    private final InstantSource clock;
    private final Map<String, String> kept = new HashMap<>();

    public KeptTokens(TokenSource signIn, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public synchronized String tokenOf(String user) {
        String token = kept.get(user);
        if (token == null || expiry(token).isBefore(clock.instant().plus(MARGIN))) {
            token = signIn.tokenOf(user);
            kept.put(user, token);
        }
        return token;
    }

    private static Instant expiry(String token) {
        return Instant.ofEpochSecond(Claims.of(token).path("exp").asLong());
    }
}
