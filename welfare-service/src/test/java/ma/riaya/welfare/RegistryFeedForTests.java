package ma.riaya.welfare;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** The registry as it tells this service what changed. */
public final class RegistryFeedForTests {

    private RegistryFeedForTests() {}

    public static String feed() {
        return IdentityProvider.token(
                Persona.NOBODY, Map.of("realm_access", Map.of("roles", List.of("registry-feed"))));
    }

    @SafeVarargs
    public static ValidatableResponse tell(Map<String, @Nullable Object>... events) {
        return As.withToken(feed())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("events", List.of(events)))
                .post("/v1/registry-events")
                .then()
                .statusCode(200);
    }

    public static Map<String, @Nullable Object> death(String person, long sequence, String change, String day) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", UUID.randomUUID().toString());
        event.put("sequence", sequence);
        event.put("personId", person);
        event.put("kind", "DEATH");
        event.put("change", change);
        event.put("from", day);
        return event;
    }
}
