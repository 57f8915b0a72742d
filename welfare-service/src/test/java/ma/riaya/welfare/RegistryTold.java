package ma.riaya.welfare;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ma.riaya.testkit.As;
import ma.riaya.testkit.IdentityProvider;
import ma.riaya.testkit.Persona;
import org.jspecify.annotations.Nullable;

/** What tests let the registry tell. */
public final class RegistryTold {

    private static final AtomicLong SEQUENCE = new AtomicLong(1_000_000);

    private RegistryTold() {}

    /** That a record answers as another, by a merge. */
    public static Map<String, @Nullable Object> merged(UUID merge, UUID person, UUID into) {
        return notice(merge, person, into, "KNOWN", "2025-08-01");
    }

    /** That the two are two again. */
    public static Map<String, @Nullable Object> unmerged(UUID merge, UUID person, UUID from) {
        return notice(merge, person, from, "TAKEN_BACK", "2025-09-01");
    }

    /** That a request made for one record is the other's. */
    public static Map<String, @Nullable Object> attributed(String request, UUID person, UUID insteadOf) {
        Map<String, @Nullable Object> event =
                notice(UUID.fromString(request), person, insteadOf, "KNOWN", "2025-09-01");
        event.put("kind", "REQUEST");
        return event;
    }

    public static Map<String, @Nullable Object> dead(UUID person, String change) {
        Map<String, @Nullable Object> event = notice(null, person, null, change, "2025-07-01");
        event.put("kind", "DEATH");
        return event;
    }

    private static Map<String, @Nullable Object> notice(
            @Nullable UUID merge, UUID person, @Nullable UUID other, String change, String day) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", UUID.randomUUID());
        event.put("sequence", SEQUENCE.incrementAndGet());
        event.put("personId", person);
        event.put("kind", "MERGE");
        event.put("change", change);
        event.put("from", day);
        event.put("otherId", other);
        event.put("eventId", merge);
        return event;
    }

    @SafeVarargs
    public static ValidatableResponse tell(Map<String, @Nullable Object>... events) {
        return As.withToken(IdentityProvider.token(
                        Persona.NOBODY, Map.of("realm_access", Map.of("roles", List.of("registry-feed")))))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("events", List.of(events)))
                .post("/v1/registry-events")
                .then()
                .statusCode(200);
    }
}
