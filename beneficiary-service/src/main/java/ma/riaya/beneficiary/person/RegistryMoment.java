package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Tells a reader of many pages whether the registry is still the one that the first page showed. */
@Singleton
public class RegistryMoment {

    private static final Pattern SNAPSHOT = Pattern.compile("[0-9]{1,20}:[0-9]{1,20}:[0-9,]{0,2000}");

    /** Longer than any reading of pages; a change forgotten would pass for none. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;

    RegistryMoment(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** This instant as the database knows it: the transactions whose writes are seen. */
    public String now() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT pg_current_snapshot()::text")
                .mapTo(String.class)
                .one());
    }

    /** Whether the text may be a moment. */
    public static boolean isOne(String text) {
        return SNAPSHOT.matcher(text).matches();
    }

    /** Whether a person was written by a transaction that the moment does not see; exact, whenever it began. */
    public boolean isPast(String moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM registry_change
                            WHERE transaction >= pg_snapshot_xmin(CAST(:moment AS pg_snapshot))
                              AND NOT pg_visible_in_snapshot(transaction, CAST(:moment AS pg_snapshot)))
                        """)
                .bind("moment", moment)
                .mapTo(Boolean.class)
                .one());
    }

    /** Forgets changes that nobody asks about any more. */
    @Transactional
    void forget() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registry_change WHERE at < :before")
                .bind("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute());
    }
}
