package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The events as stored; none is ever changed. */
@Singleton
class Events {

    private static final String EVENT = """
            SELECT e.id, person_now(e.person_id) AS person_id, e.kind, e.manner, e.day, person_now(e.other_id) AS other_id, e.evidence, e.corrects, e.effect, e.reason,
                e.person_id AS written_for, e.entered_by, e.entered_from, e.entered_at, c.id AS corrected_by
            FROM life_event e LEFT JOIN life_event c ON c.corrects = e.id
            """;

    private final Jdbi jdbi;
    private final SealedText texts;

    Events(Jdbi jdbi, SealedText texts) {
        this.jdbi = jdbi;
        this.texts = texts;
    }

    /** It is sealed for the record that it was entered on, whoever answers for that now. */
    private LifeEvent opened(ResultSet row, StatementContext context) throws SQLException {
        return context.findRowMapperFor(LifeEvent.class)
                .orElseThrow()
                .map(row, context)
                .opened(texts, row.getObject("written_for", UUID.class));
    }

    /** What corrects an event stands on the record that the event was entered on. */
    private UUID writtenFor(LifeEvent event) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce((SELECT person_id FROM life_event WHERE id = :corrects), :person)")
                .bind("corrects", event.corrects())
                .bind("person", event.personId())
                .mapTo(UUID.class)
                .one());
    }

    void insert(LifeEvent event) {
        UUID person = writtenFor(event);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO life_event (id, person_id, kind, manner, day, other_id, evidence, corrects, effect, reason,
                            entered_by, entered_from, entered_at)
                        VALUES (:id, :person, :kind, :manner, :day, :other, :evidence, :corrects, :effect, :reason,
                            :by, :from, :at)
                        """)
                .bind("id", event.id())
                .bind("person", person)
                .bind("kind", event.kind())
                .bind("manner", event.manner())
                .bind("day", event.day())
                .bind("other", event.otherId())
                .bind("evidence", texts.close(person, event.evidence()))
                .bind("corrects", event.corrects())
                .bind("effect", event.effect())
                .bind("reason", texts.close(person, event.reason()))
                .bind("by", event.enteredBy())
                .bind("from", event.enteredFrom())
                .bind("at", event.enteredAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    Optional<LifeEvent> find(UUID person, UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        EVENT + "WHERE e.id = :event AND person_now(e.person_id) = :person AND is_told_of(e.other_id)")
                .bind("event", event)
                .bind("person", person)
                .map(this::opened)
                .findOne());
    }

    /** The events of a life, and those in which the person is the other, as entered; one with somebody out of sight is not told. */
    List<LifeEvent> page(UUID person, @Nullable UUID after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(EVENT + """
                        WHERE (e.person_id = ANY (records_of(ARRAY[:person])) OR e.other_id = ANY (records_of(ARRAY[:person])))
                          AND e.id > :after AND is_told_of(e.person_id) AND is_told_of(e.other_id)
                        ORDER BY e.id LIMIT :rows
                        """)
                .bind("person", person)
                .bind("after", after == null ? new UUID(0, 0) : after)
                .bind("rows", rows)
                .map(this::opened)
                .list());
    }

    /** Those from which something follows, of all these lives, as life went. */
    List<LifeEvent> standing(Collection<UUID> persons) {
        return jdbi.withHandle(handle -> handle.createQuery(EVENT + """
                        WHERE e.id IN (
                            SELECT id FROM life_event WHERE person_id = ANY (records_of(CAST(:persons AS uuid[])))
                            UNION
                            SELECT id FROM life_event WHERE other_id = ANY (records_of(CAST(:persons AS uuid[]))))
                          AND e.effect = 'STATED' AND c.id IS NULL
                        ORDER BY e.day, e.id
                        """)
                .bindArray("persons", UUID.class, persons.toArray())
                .map(this::opened)
                .list());
    }

    /** Those that were entered on a record after a merge, and stand. */
    List<LifeEvent> since(UUID survivor, UUID merge) {
        return jdbi.withHandle(handle -> handle.createQuery(EVENT + """
                        JOIN knowledge f ON f.id = e.known_from
                        JOIN merged_person m ON m.id = :merge JOIN knowledge k ON k.id = m.known_from
                        WHERE e.person_id = :survivor AND f.known_at > k.known_at AND e.corrects IS NULL
                          AND e.effect = 'STATED' AND c.id IS NULL
                        ORDER BY e.id
                        """)
                .bind("survivor", survivor)
                .bind("merge", merge)
                .map(this::opened)
                .list());
    }

    /** Which of these have an event in their own life, or in that of someone whom they are linked with. */
    Set<UUID> concernedAmong(Collection<UUID> persons) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                        WITH asked AS (SELECT unnest(CAST(:persons AS uuid[])) AS id)
                        SELECT id FROM asked WHERE EXISTS (SELECT FROM life_event)
                          AND (EXISTS (SELECT FROM life_event e WHERE e.person_id = asked.id)
                            OR EXISTS (SELECT FROM person_link l JOIN life_event e ON e.person_id = l.other_id
                                WHERE l.person_id = asked.id)
                            OR EXISTS (SELECT FROM person_link l JOIN life_event e ON e.person_id = l.person_id
                                WHERE l.other_id = asked.id)
                            OR EXISTS (SELECT FROM merged_person m WHERE m.known_until IS NULL AND (m.survivor = asked.id
                                OR m.survivor IN (SELECT l.other_id FROM person_link l WHERE l.person_id = asked.id
                                    UNION ALL SELECT l.person_id FROM person_link l WHERE l.other_id = asked.id))))
                        """)
                .bindArray("persons", UUID.class, persons.toArray())
                .mapTo(UUID.class)
                .list()));
    }
}
