package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Categories, links and deaths of several persons as they are known now, for whoever derives them from events. */
@Singleton
public class Holdings {

    private final Jdbi jdbi;
    private final Clock clock;
    private final SealedText texts;

    Holdings(Jdbi jdbi, Clock clock, SealedText texts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.texts = texts;
    }

    /** What of a person decides which events they can have. */
    public record Person(
            UUID id,
            @Nullable String office,
            LocalDate birthDate,
            @Nullable LocalDate deathDate,
            Source deathSource) {}

    private record Row(
            UUID id,
            UUID person,
            @Nullable Category category,
            @Nullable LinkKind link,
            @Nullable UUID other,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endReason,
            @Nullable String evidence,
            Source source,
            boolean cut,
            @Nullable LocalDate statedUntil,
            @Nullable String statedEndReason,
            @Nullable UUID foundedBy,
            @Nullable UUID endedBy) {

        Holding holding(SealedText texts) {
            return new Holding(
                    id,
                    new Holding.Key(person, category, link, other),
                    from,
                    until,
                    endReason,
                    texts.open(person, evidence),
                    source,
                    cut ? new Holding.Stated(statedUntil, statedEndReason) : null,
                    foundedBy,
                    endedBy);
        }
    }

    /** The persons locked until the transaction ends, in one order for all, so that two families never wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Person> lock(Collection<UUID> ids) {
        return persons(ids, " FOR NO KEY UPDATE");
    }

    public Map<UUID, Person> seen(Collection<UUID> ids) {
        return persons(ids, "");
    }

    private Map<UUID, Person> persons(Collection<UUID> ids, String lock) {
        Map<UUID, Person> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT id, office, birth_date, death_date, coalesce(origins ->> 'DEATH_DATE', 'REGISTRY') AS death_source
                        FROM person WHERE id = ANY (CAST(:ids AS uuid[])) ORDER BY id
                        """ + lock)
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(Person.class)
                .forEach(person -> found.put(person.id(), person)));
        return found;
    }

    /** Those of them whom the reader sees, and those who were erased. */
    public Set<UUID> told(Collection<UUID> ids) {
        return Set.copyOf(jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM unnest(CAST(:ids AS uuid[])) AS id WHERE is_told_of(id)")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .mapTo(UUID.class)
                        .list()));
    }

    /** Whoever is linked with one of them, now or ever as it is known now, themselves included. */
    public Set<UUID> relatives(Collection<UUID> ids) {
        Set<UUID> found = new HashSet<>(ids);
        found.addAll(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT other_id FROM person_link WHERE person_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                        UNION
                        SELECT person_id FROM person_link WHERE other_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                        """)
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list()));
        return found;
    }

    /** What is known now of them: their categories, and the links from and to them. */
    public List<Holding> of(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, person_id AS person, category, NULL AS link, NULL::uuid AS other,
                            lower(held) AS "from", upper(held) AS until, end_reason, evidence, source,
                            stated IS NOT NULL AS cut, upper(stated) AS stated_until, stated_end_reason, founded_by, ended_by
                        FROM category_period WHERE person_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                        UNION ALL
                        SELECT id, person_id, NULL, kind, other_id, lower(held), upper(held), end_reason, evidence, source,
                            stated IS NOT NULL, upper(stated), stated_end_reason, founded_by, ended_by
                        FROM person_link WHERE id IN (
                            SELECT id FROM person_link WHERE person_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                            UNION
                            SELECT id FROM person_link WHERE other_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL)
                        """)
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(Row.class)
                .map(row -> row.holding(texts))
                .list());
    }

    /** Closes the one and opens the other; nothing is removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void turn(List<Holding> closed, List<Holding> opened) {
        jdbi.useHandle(handle -> {
            close(
                    handle,
                    "category_period",
                    closed.stream().filter(one -> one.key().category() != null).toList());
            close(
                    handle,
                    "person_link",
                    closed.stream().filter(one -> one.key().link() != null).toList());
            open(
                    handle,
                    """
                    INSERT INTO category_period (id, person_id, category, held, end_reason, evidence, source, stated,
                        stated_end_reason, founded_by, ended_by)
                    VALUES (uuidv7(), :person, :what, daterange(:from, :until), :endReason, :evidence, :source,
                        CASE WHEN :cut THEN daterange(:from, :statedUntil) END, :statedEndReason, :foundedBy, :endedBy)
                    """,
                    opened.stream().filter(one -> one.key().category() != null).toList());
            open(
                    handle,
                    """
                    INSERT INTO person_link (person_id, kind, other_id, held, end_reason, evidence, source, stated,
                        stated_end_reason, founded_by, ended_by)
                    VALUES (:person, :what, :other, daterange(:from, :until), :endReason, :evidence, :source,
                        CASE WHEN :cut THEN daterange(:from, :statedUntil) END, :statedEndReason, :foundedBy, :endedBy)
                    """,
                    opened.stream().filter(one -> one.key().link() != null).toList());
        });
    }

    private static void close(Handle handle, String table, List<Holding> closed) {
        if (!closed.isEmpty()) {
            handle.createUpdate(
                            "UPDATE " + table
                                    + " SET known_until = knowledge_now() WHERE id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL")
                    .bindArray(
                            "ids",
                            UUID.class,
                            closed.stream()
                                    .map(one -> Objects.requireNonNull(one.id()))
                                    .toArray())
                    .execute();
        }
    }

    private void open(Handle handle, String insert, List<Holding> opened) {
        if (opened.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(insert);
        for (Holding one : opened) {
            Holding.Stated stated = one.stated();
            Category category = one.key().category();
            LinkKind link = one.key().link();
            batch.bind("person", one.key().person())
                    .bind("other", one.key().other())
                    .bind("what", category != null ? category.name() : String.valueOf(link))
                    .bind("from", one.from())
                    .bind("until", one.until())
                    .bind("endReason", one.endReason())
                    .bind("evidence", texts.close(one.key().person(), one.evidence()))
                    .bind("source", one.source().name())
                    .bind("cut", stated != null)
                    .bind("statedUntil", stated == null ? null : stated.until())
                    .bind("statedEndReason", stated == null ? null : stated.endReason())
                    .bind("foundedBy", one.foundedBy())
                    .bind("endedBy", one.endedBy())
                    .add();
        }
        batch.execute();
    }

    /** Enters the death that an event says, or takes back the one that an event said. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void die(UUID person, @Nullable LocalDate day) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE person SET death_date = :day, origins = origins || '{"DEATH_DATE": "EVENT"}' WHERE id = :id
                        """).bind("day", day).bind("id", person).execute());
    }

    /** Counts a change of what hangs on these persons as a change of each. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void touch(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE person SET version = version + 1, changed_at = :now WHERE id = ANY (CAST(:ids AS uuid[]))
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("ids", UUID.class, ids.toArray())
                .execute());
    }
}
