package ma.riaya.beneficiary.look;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The looks at a person, as the trail has them. */
@Singleton
class Looks {

    /** The actions stand as the index has them, so that it serves. */
    private static final String PAGE = """
            SELECT a.id, a.occurred_at AS at, a.action, a.actor, a.actor_office AS office, a.purpose, g.username AS agent,
                coalesce(a.facts ->> 'roles', '') AS roles, coalesce(a.facts ->> 'fields', a.facts ->> 'by', '') AS fields
            FROM audit_entry a LEFT JOIN agent g ON g.subject = a.actor
            WHERE a.subject_id = :person AND a.subject_type = 'person'
              AND a.action IN ('person-sensitive-read', 'account-read', 'candidate-read', 'person-found-by-number',
                'person-exported', 'looks-read', 'change-request-read', 'shared-account-read', 'correction-read')
              AND (CAST(:before AS uuid) IS NULL OR a.id < :before)
            ORDER BY a.id DESC LIMIT :rows
            """;

    private final Jdbi jdbi;

    Looks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Look(
            UUID id,
            OffsetDateTime at,
            String action,
            String actor,
            @Nullable String office,
            @Nullable String purpose,
            @Nullable String agent,
            String roles,
            String fields) {

        List<String> rolesHeld() {
            return listed(roles);
        }

        List<String> fieldsSeen() {
            return listed(fields);
        }

        private static List<String> listed(String joined) {
            return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
        }
    }

    /** The newest first. */
    List<Look> page(UUID person, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("person", person.toString())
                .bind("before", after == null ? null : after.uuid(0))
                .bind("rows", rows)
                .mapTo(Look.class)
                .list());
    }
}
