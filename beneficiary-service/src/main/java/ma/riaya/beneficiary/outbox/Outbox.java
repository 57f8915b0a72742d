package ma.riaya.beneficiary.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What waits to leave the service; it is filled by the tables that it tells of. */
@Singleton
class Outbox {

    /** Longer than a delivery may take: what a crash left under way is sent again after that. */
    private static final int SECONDS_UNDER_WAY = 30;

    private final Jdbi jdbi;

    Outbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes the first that are due, and nothing that something earlier of its person still precedes.
     *
     * <p>One relay at a time takes, so that each sees what another has under way.
     */
    @Transactional
    List<Notice> take(int most) {
        return jdbi.withHandle(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(7003000000000002)");
            return handle.createQuery("""
                            WITH taken AS (
                                UPDATE outbox SET attempts = attempts + 1,
                                    next_attempt_at = clock_timestamp() + make_interval(secs => :seconds)
                                WHERE id IN (
                                    SELECT id FROM outbox o
                                    WHERE delivered_at IS NULL AND next_attempt_at <= clock_timestamp() AND NOT EXISTS (
                                        SELECT FROM outbox earlier WHERE earlier.person_id = o.person_id
                                            AND earlier.sequence < o.sequence AND earlier.delivered_at IS NULL
                                            AND earlier.next_attempt_at > clock_timestamp())
                                    ORDER BY sequence LIMIT :most)
                                RETURNING *
                            )
                            SELECT id, sequence, person_id, kind, change, what, from_day AS "from", until_day AS until,
                                other_id, event_id, corrects
                            FROM taken ORDER BY sequence
                            """)
                    .bind("seconds", SECONDS_UNDER_WAY)
                    .bind("most", most)
                    .mapTo(Notice.class)
                    .list();
        });
    }

    @Transactional
    void delivered(List<Notice> notices) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET delivered_at = clock_timestamp(), last_fault = NULL
                        WHERE id = ANY (CAST(:ids AS uuid[])) AND delivered_at IS NULL
                        """)
                .bindArray("ids", UUID.class, ids(notices))
                .execute());
    }

    /** Tries again later: after 2, 4, 8 … and at most 60 seconds. */
    @Transactional
    void failed(List<Notice> notices, String fault) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET last_fault = :fault,
                            next_attempt_at = clock_timestamp() + least(60, 2 ^ least(attempts, 6)) * interval '1 second'
                        WHERE id = ANY (CAST(:ids AS uuid[])) AND delivered_at IS NULL
                        """)
                .bind("fault", fault)
                .bindArray("ids", UUID.class, ids(notices))
                .execute());
    }

    /** What was taken a month ago is of no use any more. */
    @Transactional
    void forget() {
        jdbi.useHandle(handle ->
                handle.execute("DELETE FROM outbox WHERE delivered_at < clock_timestamp() - interval '30 days'"));
    }

    private static Object[] ids(List<Notice> notices) {
        return notices.stream().map(Notice::id).toArray();
    }
}
