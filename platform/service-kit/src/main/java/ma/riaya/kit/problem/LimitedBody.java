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

/** Counts a body while it is read, answers 413 with a problem where it passes the limit, and tells a body that breaks off from a failure of ours. */
@Provider
@Singleton
public class LimitedBody implements ReaderInterceptor {

    private final CurrentVertxRequest current;

    LimitedBody(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Limited(body.getInputStream(), current.getCurrent()));
        return body.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long read;

        Limited(InputStream body, RoutingContext request) {
            super(body);
            this.limit = BodyLimit.of(request);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = received(into, from, most);
            count(Math.max(got, 0));
            return got;
        }

        private int received(byte[] into, int from, int most) throws BrokenBody {
            try {
                return super.read(into, from, most);
            } catch (IOException brokenOff) {
                throw new BrokenBody(brokenOff);
            }
        }

        /** Reads no further, as the stream beneath would: {@link BodyLimit} sees to what is still being sent. */
        @Override
        public void close() {}

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}
