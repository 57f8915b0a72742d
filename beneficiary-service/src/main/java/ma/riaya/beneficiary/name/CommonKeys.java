package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys that so many have that they alone tell nothing, as the statistics of the database know them.
 *
 * <p>To read all who have one would take as long as there are people.
 */
@Singleton
class CommonKeys {

    /** Of the people of the registry. */
    private static final double SHARE = 0.004;

    private static final Duration STALE = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Set<Integer> known = Set.of();
    private volatile Instant readAt = Instant.EPOCH;

    CommonKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    boolean has(int key) {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(STALE))) {
            // Whoever comes first reads them; the others go on with what was known.
            readAt = now;
            known = read();
        }
        return known.contains(key);
    }

    private Set<Integer> read() {
        return jdbi.withHandle(handle -> Set.copyOf(handle.createQuery("""
                        SELECT common.key FROM pg_stats s,
                            unnest(CAST(CAST(s.most_common_elems AS text) AS int[]), s.most_common_elem_freqs) AS common(key, share)
                        WHERE s.schemaname = 'public' AND s.tablename = 'person_name' AND s.attname = 'keys'
                          AND common.key IS NOT NULL AND common.share > :share
                        """)
                .bind("share", SHARE)
                .mapTo(Integer.class)
                .list()));
    }
}
