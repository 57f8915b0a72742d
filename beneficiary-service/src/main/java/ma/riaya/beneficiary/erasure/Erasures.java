package ma.riaya.beneficiary.erasure;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.person.PersonDirectory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The erasures and their persons, as stored. */
@Singleton
class Erasures {

    /** Few enough for a second person to look at. */
    static final int MOST = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final PersonDirectory directory;

    Erasures(Jdbi jdbi, Clock clock, PersonDirectory directory) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.directory = directory;
    }

    @Schema(name = "ErasureState")
    enum State {
        JUDGED,
        DONE,
        DROPPED
    }

    @Schema(name = "ErasureOutcome")
    enum Outcome {
        TO_ERASE,
        HELD,
        ERASED,
        KEPT
    }

    /** A row of {@code erasure}, and how many persons came to what. */
    record Erasure(
            UUID id,
            State state,
            LocalDate asOf,
            List<String> sight,
            String judgedBy,
            OffsetDateTime judgedAt,
            @Nullable String confirmedBy,
            @Nullable OffsetDateTime confirmedAt,
            int toErase,
            int held,
            int erased,
            int kept) {}

    /** A row of {@code erasure_person}. */
    record Line(UUID personId, LocalDate keptUntil, Outcome outcome) {}

    /** The dry run: of those in sight whose retention has passed the first so many, and which of them are held. */
    void judge(UUID id, LocalDate asOf, List<String> sight, String by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO erasure (id, state, as_of, sight, judged_by, judged_at)
                            VALUES (:id, 'JUDGED', :asOf, CAST(:sight AS text[]), :by, :now)
                            """)
                    .bind("id", id)
                    .bind("asOf", asOf)
                    .bindArray("sight", String.class, sight.toArray())
                    .bind("by", by)
                    .bind("now", now())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO erasure_person (erasure_id, person_id, kept_until, outcome)
                            SELECT :id, past.id, past.kept, CASE WHEN EXISTS (
                                SELECT FROM legal_hold h WHERE h.person_id = past.id AND h.lifted_at IS NULL) THEN 'HELD' ELSE 'TO_ERASE' END
                            FROM (SELECT p.id, kept_until(p.id) AS kept FROM person p
                                WHERE p.shielded_for IS NULL AND (p.death_date IS NOT NULL OR NOT EXISTS (
                                    SELECT FROM category_period c WHERE c.person_id = p.id AND c.known_until IS NULL AND upper_inf(c.held)))) past
                            WHERE past.kept <= :asOf ORDER BY past.kept, past.id LIMIT :most
                            """)
                    .bind("id", id)
                    .bind("asOf", asOf)
                    .bind("most", MOST)
                    .execute();
        });
    }

    Optional<Erasure> find(UUID id) {
        return read(id, "");
    }

    /** The erasure, which nobody else decides until the transaction ends. */
    Optional<Erasure> lock(UUID id) {
        return read(id, " FOR UPDATE OF e");
    }

    List<Line> lines(UUID id, @Nullable UUID after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT person_id, kept_until, outcome FROM erasure_person
                        WHERE erasure_id = :id AND (CAST(:after AS uuid) IS NULL OR person_id > :after)
                        ORDER BY person_id LIMIT :rows
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("rows", rows)
                .mapTo(Line.class)
                .list());
    }

    /** Erases each, unless a hold or a new right came meanwhile; the database judges once more. */
    void confirm(Erasure erasure, String by) {
        List<UUID> persons = lines(erasure.id(), null, MOST).stream()
                .filter(line -> line.outcome() == Outcome.TO_ERASE)
                .map(Line::personId)
                .toList();
        Map<UUID, PersonName> names = directory.all(persons).stream()
                .collect(Collectors.toMap(PersonDirectory.Entry::id, PersonDirectory.Entry::name));
        for (UUID person : persons) {
            PersonName name = names.get(person);
            List<NameIndex.Borne> borne = name == null ? List.of() : NameIndex.borne(name);
            jdbi.useHandle(handle -> handle.createUpdate("""
                            UPDATE erasure_person SET outcome = CASE WHEN
                                erase_person(:person, :asOf, :now, CAST(:words AS text[]), CAST(:keys AS int[]))
                                THEN 'ERASED' ELSE 'KEPT' END
                            WHERE erasure_id = :id AND person_id = :person
                            """)
                    .bind("id", erasure.id())
                    .bind("person", person)
                    .bind("asOf", erasure.asOf())
                    .bind("now", now())
                    .bindArray(
                            "words",
                            String.class,
                            borne.stream().map(NameIndex.Borne::word).toArray())
                    .bindArray(
                            "keys",
                            Integer.class,
                            borne.stream().map(NameIndex.Borne::key).toArray())
                    .execute());
        }
        decide(erasure.id(), State.DONE, by);
    }

    void decide(UUID id, State state, String by) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE erasure SET state = :state, confirmed_by = :by, confirmed_at = :now WHERE id = :id")
                .bind("state", state.name())
                .bind("by", by)
                .bind("now", now())
                .bind("id", id)
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Erasure> read(UUID id, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id, e.state, e.as_of, e.sight, e.judged_by, e.judged_at, e.confirmed_by, e.confirmed_at,
                            n.to_erase, n.held, n.erased, n.kept
                        FROM erasure e CROSS JOIN LATERAL (
                            SELECT count(*) FILTER (WHERE outcome = 'TO_ERASE') AS to_erase,
                                count(*) FILTER (WHERE outcome = 'HELD') AS held,
                                count(*) FILTER (WHERE outcome = 'ERASED') AS erased,
                                count(*) FILTER (WHERE outcome = 'KEPT') AS kept
                            FROM erasure_person WHERE erasure_id = e.id) n
                        WHERE e.id = :id
                        """ + lock)
                .bind("id", id)
                .mapTo(Erasure.class)
                .findOne());
    }
}
