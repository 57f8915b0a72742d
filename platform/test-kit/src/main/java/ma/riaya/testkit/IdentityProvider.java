package ma.riaya.testkit;

import com.nimbusds.jose.JOSEObjectType;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider on loopback that signs tokens with the claims of the product's realm. */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {

    private static final String REALM = "riaya";
    private static final String AUDIENCE = "riaya-api";
    private static final long FIFTEEN_MINUTES = 900;
    private static final long LONG_AGO = -3_600;

    private static @Nullable MockOAuth2Server running;

    @Override
    public Map<String, String> start() {
        return Map.of("riaya.oidc.url", server().issuerUrl(REALM).toString());
    }

    /** One provider serves all tests of a JVM and ends with it. */
    @Override
    public void stop() {}

    /** A token that the services accept as this person's. */
    public static String token(Persona persona) {
        return token(persona, Map.of());
    }

    /** The same with further claims, such as {@code person}, or others in place of the persona's own. */
    public static String token(Persona persona, Map<String, Object> moreClaims) {
        return sign(persona, AUDIENCE, FIFTEEN_MINUTES, moreClaims);
    }

    public static String expiredToken(Persona persona) {
        return sign(persona, AUDIENCE, LONG_AGO, Map.of());
    }

    public static String tokenForAnotherProduct(Persona persona) {
        return sign(persona, "another-product", FIFTEEN_MINUTES, Map.of());
    }

    /** Signed by the same provider with the keys of another realm, in whose name it is issued. */
    public static String tokenOfAnotherRealm(Persona persona) {
        return sign("another-realm", persona, AUDIENCE, FIFTEEN_MINUTES, Map.of());
    }

    private static String sign(Persona persona, String audience, long seconds, Map<String, Object> moreClaims) {
        return sign(REALM, persona, audience, seconds, moreClaims);
    }

    private static String sign(
            String realm, Persona persona, String audience, long seconds, Map<String, Object> moreClaims) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", persona.username());
        claims.put("realm_access", Map.of("roles", persona.roles()));
        persona.office().ifPresent(office -> claims.put("office", office));
        claims.putAll(moreClaims);
        return server().issueToken(
                        realm,
                        "test-client",
                        new DefaultOAuth2TokenCallback(
                                realm,
                                persona.subject(),
                                JOSEObjectType.JWT.getType(),
                                List.of(audience),
                                claims,
                                seconds))
                .serialize();
    }

    private static synchronized MockOAuth2Server server() {
        MockOAuth2Server server = running;
        if (server == null) {
            server = new MockOAuth2Server();
            server.start();
            running = server;
        }
        return server;
    }
}
