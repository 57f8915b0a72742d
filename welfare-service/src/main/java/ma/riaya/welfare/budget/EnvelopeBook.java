package ma.riaya.welfare.budget;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The envelopes as stored: opened, amended and read; {@link Envelopes} moves money inside them. */
@Singleton
class EnvelopeBook {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Clock clock;

    EnvelopeBook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    record Opening(String programme, String office, int year, Money allotted) {}

    /** Opens it with the entry of its allotment; refused where one is open for the same. */
    Envelope open(Opening opening) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH opened AS (
                            INSERT INTO envelope (programme, office, year, created_at)
                            VALUES (:programme, :office, :year, :at)
                            ON CONFLICT ON CONSTRAINT envelope_is_one DO NOTHING
                            RETURNING *
                        ), entered AS (
                            INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                            SELECT id, 'ALLOT', :allotted, 'envelope', id, :at FROM opened
                        )
                        SELECT id, programme, office, year, CAST(:allotted AS numeric) AS allotted, reserved, committed, paid, version + 1 AS version FROM opened
                        """)
                        .bind("programme", opening.programme())
                        .bind("office", opening.office())
                        .bind("year", opening.year())
                        .bind("allotted", opening.allotted())
                        .bind("at", now())
                        .mapTo(Envelope.class)
                        .findOne())
                .orElseThrow(() -> new RefusedException(
                        new CannotOpen.AlreadyOpen(opening.programme(), opening.office(), opening.year())));
    }

    /** Sets the allotment with the entry of the difference; empty where less than that is left untouched, or the version is another. */
    Optional<Envelope> amend(UUID id, long version, Money allotted) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH held AS (
                            SELECT * FROM envelope
                            WHERE id = :id AND version = :version AND reserved + committed + paid <= :allotted
                            FOR NO KEY UPDATE
                        ), entered AS (
                            INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                            SELECT id, CASE WHEN :allotted < allotted THEN 'CUT' ELSE 'ALLOT' END, abs(:allotted - allotted), 'envelope', id, :at
                            FROM held
                        )
                        SELECT id, programme, office, year, CAST(:allotted AS numeric) AS allotted, reserved, committed, paid, version + 1 AS version FROM held
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("allotted", allotted)
                .bind("at", now())
                .mapTo(Envelope.class)
                .findOne());
    }

    Optional<Envelope> get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM envelope WHERE id = :id")
                .bind("id", id)
                .mapTo(Envelope.class)
                .findOne());
    }

    List<Envelope> page(EnvelopeFilter filter, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM envelope
                        WHERE id > :after
                          AND (CAST(:programme AS text) IS NULL OR programme = :programme)
                          AND (CAST(:office AS text) IS NULL OR office = :office)
                          AND (CAST(:year AS integer) IS NULL OR year = :year)
                        ORDER BY id LIMIT :rows
                        """)
                .bind("after", identifier(after))
                .bind("programme", filter.programme())
                .bind("office", filter.office())
                .bind("year", filter.year())
                .bind("rows", rows)
                .mapTo(Envelope.class)
                .list());
    }

    List<EntryView> entries(UUID envelope, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, kind, amount, cause_type, cause, occurred_at
                        FROM envelope_entry WHERE envelope = :envelope AND id > :after ORDER BY id LIMIT :rows
                        """)
                .bind("envelope", envelope)
                .bind("after", identifier(after))
                .bind("rows", rows)
                .mapTo(EntryView.class)
                .list());
    }

    private static UUID identifier(@Nullable Cursor after) {
        return after == null ? BEFORE_ALL : after.uuid(0);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
