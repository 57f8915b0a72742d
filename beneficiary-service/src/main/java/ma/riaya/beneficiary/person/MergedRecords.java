package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Which records answer as which others, as stored. */
@Singleton
class MergedRecords {

    private final Jdbi jdbi;

    MergedRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(UUID id, String reference, UUID mergeId, OffsetDateTime since) {}

    /** A record that answers as the one that is shown. */
    @Schema(name = "MergedRecord")
    record Answering(
            UUID id,
            @Schema(examples = "CMR-000123") String reference,

            @Schema(description = "The merge that made them one.")
            UUID mergeId,

            Instant since) {}

    /** The record that this one answers as now; empty where it is its own. */
    Optional<UUID> survivor(UUID record) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT survivor FROM merged_person WHERE merged = :record AND known_until IS NULL")
                .bind("record", record)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The record that answered for this one, as it was known at a moment. */
    UUID answering(UUID record, Instant knownAt) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT survivor FROM merged_person m WHERE merged = :record AND "
                                        + Knowledge.knownAt("m"))
                                .bind("record", record)
                                .bind("knownAt", Knowledge.bound(knownAt))
                                .mapTo(UUID.class)
                                .findOne())
                .orElse(record);
    }

    /** Which of these answer as another now. */
    Set<UUID> among(Collection<UUID> records) {
        return records.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT merged FROM merged_person
                                WHERE merged = ANY (CAST(:records AS uuid[])) AND known_until IS NULL
                                """)
                        .bindArray("records", UUID.class, records.toArray())
                        .mapTo(UUID.class)
                        .list()));
    }

    boolean standsForOthers(UUID record) {
        return !answeringAs(record).isEmpty();
    }

    List<Answering> answeringAs(UUID record) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.reference, m.id AS merge_id, k.known_at AS since
                        FROM merged_person m JOIN person p ON p.id = m.merged JOIN knowledge k ON k.id = m.known_from
                        WHERE m.survivor = :record AND m.known_until IS NULL AND k.known_at IS NOT NULL ORDER BY m.id
                        """)
                .bind("record", record)
                .mapTo(Row.class)
                .map(row -> new Answering(
                        row.id(), row.reference(), row.mergeId(), row.since().toInstant()))
                .list());
    }

    boolean areShieldedOtherwise(UUID one, UUID other) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT (SELECT shielded_for FROM person WHERE id = :one) IS DISTINCT FROM (SELECT shielded_for FROM person WHERE id = :other)
                        """)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one());
    }

    boolean hasChangesAsked(UUID record) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM change_request WHERE person_id = :record AND state = 'PROPOSED')")
                .bind("record", record)
                .mapTo(Boolean.class)
                .one());
    }
}
