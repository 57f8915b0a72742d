package ma.riaya.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts a body while it is read, and answers 413 with a problem where it passes the limit.
 *
 * <p>Whoever goes on sending after the answer is cut off some seconds later: at once would tear the answer from slow readers.
 */
@Provider
@Singleton
public class LimitedBody implements ReaderInterceptor {

    private static final long MILLISECONDS_TO_READ_THE_ANSWER = 5_000;

    private final CurrentVertxRequest current;

    LimitedBody(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Limited(body.getInputStream(), current.getCurrent()));
        return body.proceed();
    }

    private static void cutOffLater(RoutingContext request) {
        request.vertx().setTimer(MILLISECONDS_TO_READ_THE_ANSWER, timer -> {
            if (!request.request().isEnded()) {
                request.request().connection().close();
            }
        });
    }

    private static final class Limited extends FilterInputStream {

        private final RoutingContext request;
        private final long limit;
        private long read;

        Limited(InputStream body, RoutingContext request) {
            super(body);
            this.request = request;
            this.limit = BodyLimit.of(request);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = super.read(into, from, most);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                cutOffLater(request);
                throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}
