package ma.riaya.kit.idempotency;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The answers kept in {@code idempotency_key}, one row for each key of each caller. */
@Singleton
class Answers {

    private static final String LOCK_TIMEOUT = "55P03";
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;

    Answers(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The answer given before; empty where this request is the first, which then holds the key until its transaction ends. */
    Optional<Kept> claim(Claim claim) {
        if (insert(claim)) {
            return Optional.empty();
        }
        return Optional.of(find(claim).orElseThrow(() -> new RefusedException(new CannotRepeat.InFlight())));
    }

    /** The answer kept for the claim's key, refused where it was given to another request; empty where none is kept, or none yet. */
    Optional<Kept> find(Claim claim) {
        Optional<Kept> kept = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT request_hash, status, headers::text AS headers, body
                        FROM idempotency_key WHERE caller = :caller AND key = :key
                        """)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .mapTo(Kept.class)
                .findOne());
        if (kept.isPresent() && !Arrays.equals(kept.get().requestHash(), claim.requestHash())) {
            throw new RefusedException(new CannotRepeat.OtherRequest());
        }
        return kept;
    }

    void keep(Claim claim, int status, String headers, @Nullable String body) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE idempotency_key SET status = :status, headers = CAST(:headers AS jsonb), body = :body
                        WHERE caller = :caller AND key = :key
                        """)
                .bind("status", status)
                .bind("headers", headers)
                .bind("body", body)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .execute());
    }

    /** Removes what may be forgotten; answers how many. */
    int forget() {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM idempotency_key WHERE kept_until < :now")
                .bind("now", now())
                .execute());
    }

    /** Waits where the same key is being used; the database's lock timeout bounds the wait. */
    private boolean insert(Claim claim) {
        try {
            return jdbi.withHandle(handle -> handle.createUpdate("""
                            INSERT INTO idempotency_key (caller, key, operation, request_hash, created_at, kept_until)
                            VALUES (:caller, :key, :operation, :hash, :now, :until)
                            ON CONFLICT (caller, key) DO NOTHING
                            """)
                            .bind("caller", claim.caller())
                            .bind("key", claim.key())
                            .bind("operation", claim.operation())
                            .bind("hash", claim.requestHash())
                            .bind("now", now())
                            .bind("until", claim.kept() == Idempotent.Kept.FOR_EVER ? null : now().plus(THIRTY_DAYS))
                            .execute()
                    == 1);
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) {
                throw new RefusedException(new CannotRepeat.InFlight());
            }
            throw e;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A key as one request brings it; the hash covers the operation, its address and its body. */
    @SuppressWarnings("ArrayRecordComponent")
    record Claim(String caller, String key, String operation, byte[] requestHash, Idempotent.Kept kept) {}

    /** An answer as it was given: status, headers as JSON, body as JSON text. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(
            byte[] requestHash,
            int status,
            String headers,
            @Nullable String body) {}
}
