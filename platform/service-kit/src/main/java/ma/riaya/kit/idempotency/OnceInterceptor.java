package ma.riaya.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs an {@link Idempotent} method once: claim, effect and answer in one transaction, which {@link Once} begins where the method asks first. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class OnceInterceptor {

    static final String HEADER = "Idempotency-Key";

    private static final int MOST_CHARACTERS = 200;
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1," + MOST_CHARACTERS + "}");

    private final KeptAnswers kept;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;

    OnceInterceptor(KeptAnswers kept, CurrentCaller caller, CurrentVertxRequest request, ObjectMapper json) {
        this.kept = kept;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        RoutingContext current = request.getCurrent();
        Answers.Claim claim = claim(call, current);
        if (declared(call).begins() == Idempotent.Begins.WITH_THE_METHOD) {
            return kept.once(claim, call::proceed);
        }
        Optional<RestResponse<?>> before = kept.before(claim);
        if (before.isPresent()) {
            return before.get();
        }
        Once.begin(current, claim);
        Object answer = call.proceed();
        Once.requireActed(current);
        return answer;
    }

    private static Idempotent declared(InvocationContext call) {
        Idempotent onMethod = call.getMethod().getAnnotation(Idempotent.class);
        return onMethod == null ? call.getMethod().getDeclaringClass().getAnnotation(Idempotent.class) : onMethod;
    }

    private Answers.Claim claim(InvocationContext call, RoutingContext current) throws JsonProcessingException {
        String key = current.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new RefusedException(new CannotRepeat.KeyMissing());
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw new RefusedException(new CannotRepeat.KeyMalformed(MOST_CHARACTERS));
        }
        String operation = call.getMethod().getDeclaringClass().getSimpleName() + "."
                + call.getMethod().getName();
        return new Answers.Claim(
                caller.get().subject(),
                key,
                operation,
                hash(call, current),
                declared(call).kept());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
