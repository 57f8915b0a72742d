package ma.riaya.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs an {@link Idempotent} method once: claim, effect and answer in one transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class OnceInterceptor {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int MOST_CHARACTERS = 200;
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1," + MOST_CHARACTERS + "}");
    private static final TypeReference<LinkedHashMap<String, String>> HEADERS = new TypeReference<>() {};

    private final Answers answers;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;

    OnceInterceptor(Answers answers, CurrentCaller caller, CurrentVertxRequest request, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        RoutingContext current = request.getCurrent();
        Answers.Claim claim = claim(call, current);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Optional<Answers.Kept> before = answers.claim(claim);
            if (before.isPresent()) {
                return again(before.get());
            }
            RestResponse<?> answer = (RestResponse<?>) call.proceed();
            answers.keep(claim, answer.getStatus(), headers(answer), body(answer));
            return answer;
        });
    }

    private Answers.Claim claim(InvocationContext call, RoutingContext current) throws JsonProcessingException {
        String key = current.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new RefusedException(new CannotRepeat.KeyMissing());
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw new RefusedException(new CannotRepeat.KeyMalformed(MOST_CHARACTERS));
        }
        Idempotent declared = call.getMethod().getAnnotation(Idempotent.class);
        Idempotent.Kept kept = declared == null ? Idempotent.Kept.THIRTY_DAYS : declared.kept();
        String operation = call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName();
        return new Answers.Claim(caller.get().subject(), key, operation, hash(call, current), kept);
    }

    /** The address with its query and the body as it was understood; what the framework injects does not count. */
    private byte[] hash(InvocationContext call, RoutingContext current) throws JsonProcessingException {
        MessageDigest digest = sha256();
        digest.update(current.request().method().name().getBytes(StandardCharsets.UTF_8));
        digest.update(current.request().uri().getBytes(StandardCharsets.UTF_8));
        Parameter[] parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Object value = call.getParameters()[i];
            if (parameters[i].getAnnotations().length == 0 || value instanceof Record || value instanceof byte[]) {
                digest.update((byte) 0);
                digest.update(value instanceof byte[] bytes ? bytes : json.writeValueAsBytes(value));
            }
        }
        return digest.digest();
    }

    private String headers(RestResponse<?> answer) throws JsonProcessingException {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            String value = answer.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return json.writeValueAsString(kept);
    }

    private @Nullable String body(RestResponse<?> answer) throws JsonProcessingException {
        return answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity());
    }

    private RestResponse<?> again(Answers.Kept kept) {
        try {
            RestResponse.ResponseBuilder<Object> answer =
                    RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(kept.status()));
            json.readValue(kept.headers(), HEADERS).forEach(answer::header);
            answer.header(REPLAYED, "true");
            if (kept.body() != null) {
                answer.type(MediaType.APPLICATION_JSON_TYPE).entity(json.readTree(kept.body()));
            }
            return answer.build();
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
