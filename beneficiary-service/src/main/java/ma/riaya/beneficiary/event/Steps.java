package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What follows from events, as known now. */
@Singleton
class Steps {

    private final Jdbi jdbi;
    private final SealedText texts;

    Steps(Jdbi jdbi, SealedText texts) {
        this.jdbi = jdbi;
        this.texts = texts;
    }

    private record Row(
            UUID id,
            UUID eventId,
            EventKind kind,
            LocalDate day,
            UUID eventPerson,
            String evidence,
            Step.Act act,
            UUID personId,
            @Nullable Category category,
            @Nullable LinkKind linkKind,
            @Nullable UUID otherId,
            @Nullable String reason) {

        Step step(SealedText texts) {
            return new Step(
                    id,
                    eventId,
                    kind,
                    day,
                    kind.isOfHealth() ? null : texts.open(eventPerson, evidence),
                    act,
                    new Holding.Key(personId, category, linkKind, otherId),
                    reason);
        }
    }

    /** All steps that concern one of these persons, or follow from an event of theirs. */
    List<Step> about(Collection<UUID> persons) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.id, s.event_id, e.kind, e.day, e.person_id AS event_person, e.evidence, s.act, s.person_id, s.category, s.link_kind,
                            s.other_id, s.reason
                        FROM event_step s JOIN life_event e ON e.id = s.event_id
                        WHERE s.id IN (
                            SELECT id FROM event_step WHERE person_id = ANY (CAST(:persons AS uuid[])) AND known_until IS NULL
                            UNION
                            SELECT id FROM event_step WHERE other_id = ANY (CAST(:persons AS uuid[])) AND known_until IS NULL
                            UNION
                            SELECT s.id FROM event_step s JOIN life_event e ON e.id = s.event_id
                            WHERE s.known_until IS NULL
                              AND (e.person_id = ANY (records_of(CAST(:persons AS uuid[])))
                                OR e.other_id = ANY (records_of(CAST(:persons AS uuid[])))))
                        """)
                .bindArray("persons", UUID.class, persons.toArray())
                .mapTo(Row.class)
                .map(row -> row.step(texts))
                .list());
    }

    /** Closes all that follows for a record that another takes the place of. */
    void leave(UUID person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE event_step SET known_until = knowledge_now()
                        WHERE (person_id = :person OR other_id = :person) AND known_until IS NULL
                        """).bind("person", person).execute());
    }

    /** Closes the one and writes the other. */
    void turn(List<Step> closed, List<Step> opened) {
        jdbi.useHandle(handle -> {
            if (!closed.isEmpty()) {
                handle.createUpdate(
                                "UPDATE event_step SET known_until = knowledge_now() WHERE id = ANY (CAST(:ids AS uuid[]))")
                        .bindArray(
                                "ids",
                                UUID.class,
                                closed.stream()
                                        .map(step -> Objects.requireNonNull(step.id()))
                                        .toArray())
                        .execute();
            }
            if (opened.isEmpty()) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO event_step (event_id, person_id, category, link_kind, other_id, act, reason)
                    VALUES (:event, :person, :category, :link, :other, :act, :reason)
                    """);
            opened.forEach(step -> batch.bind("event", step.event())
                    .bind("person", step.key().person())
                    .bind("category", step.key().category())
                    .bind("link", step.key().link())
                    .bind("other", step.key().other())
                    .bind("act", step.act())
                    .bind("reason", step.reason())
                    .add());
            batch.execute();
        });
    }
}
