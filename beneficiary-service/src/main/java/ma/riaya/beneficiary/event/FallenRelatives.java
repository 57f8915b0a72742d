package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.PersonAccess;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Says whose relative a person is among officers fallen on duty. */
@Singleton
class FallenRelatives {

    private final Jdbi jdbi;
    private final PersonAccess access;

    FallenRelatives(Jdbi jdbi, PersonAccess access) {
        this.jdbi = jdbi;
        this.access = access;
    }

    @Schema(name = "FallenRelatives")
    record Found(UUID personId, List<Fallen> fallen) {}

    @Schema(name = "FallenRelative")
    record Fallen(
            @Schema(description = "The officer fallen on duty.")
            UUID personId,

            @Schema(description = "What the person is to the officer.")
            LinkKind as,

            UUID eventId,
            @Schema(examples = "2025-07-01") LocalDate day) {}

    /** A spouse of the day before; a child, a father or a mother for ever. */
    @Transactional
    Found of(UUID asked) {
        access.demandReadable(asked);
        UUID person = access.answering(asked);
        return new Found(
                person,
                jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT person_now(e.person_id) AS person_id, l.what AS "as", e.id AS event_id, e.day
                        FROM (
                            SELECT other_id AS relative, kind AS what, held FROM person_link
                            WHERE person_id = :person AND known_until IS NULL AND kind <> 'GUARDIAN'
                            UNION ALL
                            SELECT person_id, CASE kind WHEN 'CHILD' THEN 'PARENT' WHEN 'PARENT' THEN 'CHILD' ELSE kind END, held
                            FROM person_link WHERE other_id = :person AND known_until IS NULL AND kind <> 'GUARDIAN'
                        ) l
                        JOIN life_event e ON e.person_id = ANY (records_of(ARRAY[l.relative])) AND e.kind = 'DEATH' AND e.manner = 'ON_DUTY'
                            AND e.effect = 'STATED' AND NOT EXISTS (SELECT FROM life_event c WHERE c.corrects = e.id)
                        WHERE (l.what <> 'SPOUSE' OR l.held @> (e.day - 1)) AND is_told_of(e.person_id)
                        ORDER BY e.day, e.id
                        """)
                        .bind("person", person)
                        .mapTo(Fallen.class)
                        .list()));
    }
}
