package ma.riaya.kit.problem;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a problem where the server cannot read a request at all: a line or headers that are too long, a line that is none, a length that is no number, an address with {@code %zz}.
 *
 * <p>Vert.x answers these itself, with a status and nothing else, unless its connection is given a handler for them; Quarkus has no way to give it one, and answers bad addresses in the same way.
 * A tracer is told of every request before a handler is chosen, also of those that cannot be read: this is where the handler is given.
 */
@Unremovable
@Singleton
public class UnreadableRequests implements VertxOptionsCustomizer {

    private final DirectAnswers answers;

    UnreadableRequests(DirectAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void accept(VertxOptions options) {
        if (options.getTracingOptions() != null) {
            throw new IllegalStateException("another tracer is installed; let this one pass on to it");
        }
        options.setTracingOptions(new TracingOptions().setFactory(none -> new Watch()));
    }

    /** Nothing that follows on the connection is read: what was sent could not be told apart from it. */
    private void answer(HttpServerRequest request) {
        int status =
                switch (request.decoderResult().cause()) {
                    case TooLongHttpLineException line -> 414;
                    case TooLongHttpHeaderException headers -> 431;
                    case null, default -> 400;
                };
        request.response()
                .putHeader("Connection", "close")
                .endHandler(ended -> request.connection().close());
        answers.answer(request, RequestId.fromCallerOrNew(request), FrameworkCodes.of(status), status, Map.of());
    }

    /** As Quarkus judges it, whose own answer is an empty one. */
    private static boolean isAddress(String address) {
        try {
            return new URI(address) != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private final class Watch implements VertxTracer<Object, Object> {

        @Override
        public <R> @Nullable Object receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R received,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (received instanceof HttpServerRequest request
                    && request.version() != HttpVersion.HTTP_2
                    && request.connection() instanceof HttpServerConnection connection) {
                if (request.decoderResult().isFailure()) {
                    connection.invalidRequestHandler(UnreadableRequests.this::answer);
                } else if (!isAddress(request.uri())) {
                    connection.handler(UnreadableRequests.this::answer);
                }
            }
            return null;
        }
    }
}
