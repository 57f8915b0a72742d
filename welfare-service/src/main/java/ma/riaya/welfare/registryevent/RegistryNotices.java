package ma.riaya.welfare.registryevent;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the registry told of its changes, as kept here. */
@Singleton
public class RegistryNotices {

    /** A list beside a request, not an archive. */
    private static final int SHOWN = 50;

    private final Jdbi jdbi;
    private final Clock clock;

    RegistryNotices(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps what is new, in one statement, whatever the order; answers how many were. */
    @Transactional(Transactional.TxType.MANDATORY)
    int keep(List<RegistryEventsBody.RegistryEvent> events) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH given AS (
                            SELECT DISTINCT ON (id) * FROM unnest(CAST(:ids AS uuid[]), CAST(:sequences AS bigint[]), CAST(:persons AS uuid[]),
                                CAST(:kinds AS text[]), CAST(:changes AS text[]), CAST(:whats AS text[]), CAST(:froms AS text[]),
                                CAST(:untils AS text[]), CAST(:others AS text[]), CAST(:abouts AS text[]))
                                AS g(id, sequence, person, kind, change, what, from_day, until_day, other, event)
                        ), fresh AS (
                            INSERT INTO registry_inbox (id, person, sequence, received_at)
                            SELECT id, person, sequence, :now FROM given ORDER BY id
                            ON CONFLICT DO NOTHING RETURNING id
                        ), noted AS (
                            INSERT INTO registry_notice (id, person, sequence, kind, change, what, from_day, until_day, other, event, received_at)
                            SELECT id, person, sequence, kind, change, what, CAST(from_day AS date), CAST(until_day AS date),
                                CAST(other AS uuid), CAST(event AS uuid), :now
                            FROM given JOIN fresh USING (id)
                        )
                        SELECT count(*) FROM fresh
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("ids", UUID.class, column(events, RegistryEventsBody.RegistryEvent::id))
                .bindArray("sequences", Long.class, column(events, RegistryEventsBody.RegistryEvent::sequence))
                .bindArray("persons", UUID.class, column(events, RegistryEventsBody.RegistryEvent::personId))
                .bindArray("kinds", String.class, column(events, RegistryEventsBody.RegistryEvent::kind))
                .bindArray("changes", String.class, column(events, RegistryEventsBody.RegistryEvent::change))
                .bindArray("whats", String.class, column(events, RegistryEventsBody.RegistryEvent::what))
                .bindArray(
                        "froms",
                        String.class,
                        column(events, event -> event.from().toString()))
                .bindArray("untils", String.class, column(events, event -> text(event.until())))
                .bindArray("others", String.class, column(events, event -> text(event.otherId())))
                .bindArray("abouts", String.class, column(events, event -> text(event.eventId())))
                .mapTo(Integer.class)
                .one());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Object[] column(
            List<RegistryEventsBody.RegistryEvent> events,
            Function<RegistryEventsBody.RegistryEvent, @Nullable Object> value) {
        return events.stream().map(value).toArray();
    }

    /** What changed of a person, under whatever id, since a request was opened, the newest first. */
    public List<RegistryNotice> since(UUID person, Instant moment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, change, what, from_day AS "from", until_day AS until, received_at FROM registry_notice
                        WHERE person = ANY (ids_of_person(:person)) AND received_at >= :moment ORDER BY sequence DESC LIMIT :most
                        """)
                .bind("person", person)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .bind("most", SHOWN)
                .mapTo(RegistryNotice.class)
                .list());
    }

    /** Refused as payee-told-dead where the last word on a death is that it is known; the registry's own answer counts besides. */
    public void demandNotToldDead(UUID person) {
        toldDead(person).ifPresent(day -> {
            throw new RefusedException(new CannotPayToldDead.ToldDead(person, day));
        });
    }

    /** Which of these the registry said are dead. */
    public List<UUID> toldDeadAmong(List<UUID> persons) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person FROM unnest(CAST(:persons AS uuid[])) AS asked(person) WHERE told_dead(person)")
                .bindArray("persons", UUID.class, persons.toArray())
                .mapTo(UUID.class)
                .list());
    }

    private record LastWord(String change, LocalDate day) {}

    private Optional<LocalDate> toldDead(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT change, from_day AS day FROM registry_notice
                                WHERE person = person_standing(:person) AND kind = 'DEATH' ORDER BY sequence DESC LIMIT 1
                                """)
                        .bind("person", person)
                        .mapTo(LastWord.class)
                        .findOne())
                .filter(last -> last.change().equals("KNOWN"))
                .map(LastWord::day);
    }
}
