package ma.riaya.kit.precondition;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import ma.riaya.kit.problem.RefusedException;

/** Compares {@code If-Match} with the version of the thing as it stands: 428 where absent, 412 where stale. */
@Singleton
public class IfMatch {

    /** The version that the caller has seen, compared with the one that stands; the SQL that changes compares again. */
    public void require(HttpHeaders headers, long version) {
        String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null || given.isBlank()) {
            throw new RefusedException(new CannotChange.VersionMissing());
        }
        if (!given.trim().equals(quoted(version))) {
            throw new RefusedException(new CannotChange.Stale());
        }
    }

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    private static String quoted(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
