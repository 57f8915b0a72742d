package ma.riaya.beneficiary.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.Field;
import ma.riaya.beneficiary.person.MergedChoice;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proposals of merges and unmerges as stored. */
@Singleton
class Proposals {

    private static final TypeReference<Map<Field, MergedChoice>> CHOICES = new TypeReference<>() {};
    /** Who is out of the reader's sight is out of it here too, and the merge with them. */
    private static final String COLUMNS = """
            SELECT q.id, q.kind, q.survivor, q.merged, q.undoes, q.state, q.choices::text AS choices, q.lines, q.requests, q.reason_sealed,
                q.survivor_version, q.merged_version, q.proposed_by, q.proposed_at, q.decided_by, q.decided_at, q.decision_sealed, q.version
            FROM person_merge q JOIN person one ON one.id = q.survivor JOIN person other ON other.id = q.merged
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ObjectMapper json;
    private final Seal seal;

    Proposals(Jdbi jdbi, Clock clock, ObjectMapper json, Seal seal) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
        this.seal = seal;
    }

    /** Empty once either person is erased. */
    String reason(Proposal proposal) {
        byte[] sealed = proposal.reasonSealed();
        return sealed.length == 0 ? "" : seal.open(SealedColumn.MERGE_REASON, proposal.id(), sealed);
    }

    @Nullable
    String decisionReason(Proposal proposal) {
        byte[] sealed = proposal.decisionSealed();
        return sealed == null || sealed.length == 0
                ? null
                : seal.open(SealedColumn.MERGE_DECISION, proposal.id(), sealed);
    }

    /** What is proposed, as the proposer saw both records. */
    record Proposed(
            Proposal.Kind kind,
            UUID survivor,
            UUID merged,
            @Nullable UUID undoes,
            Map<Field, MergedChoice> choices,
            Collection<UUID> lines,
            Collection<UUID> requests,
            String reason,
            long survivorVersion,
            long mergedVersion,
            String by) {}

    /** Empty where one of the record that would go is open already. */
    Optional<UUID> add(Proposed proposed) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO person_merge (id, kind, survivor, merged, undoes, choices, lines, requests, reason_sealed, survivor_version,
                            merged_version, proposed_by, proposed_at)
                        VALUES (:id, :kind, :survivor, :merged, :undoes, CAST(:choices AS jsonb), :lines, :requests, :reason, :survivorVersion,
                            :mergedVersion, :by, :now)
                        ON CONFLICT (merged) WHERE state = 'PROPOSED' DO NOTHING RETURNING id
                        """)
                .bind("id", id)
                .bind("kind", proposed.kind())
                .bind("survivor", proposed.survivor())
                .bind("merged", proposed.merged())
                .bind("undoes", proposed.undoes())
                .bind("choices", written(proposed.choices()))
                .bindArray("lines", UUID.class, proposed.lines().toArray())
                .bindArray("requests", UUID.class, proposed.requests().toArray())
                .bind("reason", seal.close(SealedColumn.MERGE_REASON, id, proposed.reason()))
                .bind("survivorVersion", proposed.survivorVersion())
                .bind("mergedVersion", proposed.mergedVersion())
                .bind("by", proposed.by())
                .bind("now", now())
                .mapTo(UUID.class)
                .findOne());
    }

    Optional<Proposal> find(UUID id) {
        return read(COLUMNS + "WHERE q.id = :id", id);
    }

    Optional<Proposal> lock(UUID id) {
        return read(COLUMNS + "WHERE q.id = :id FOR UPDATE OF q", id);
    }

    /** Whether the merge is in force. */
    boolean isInForce(UUID merge) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM merged_person WHERE id = :merge AND known_until IS NULL)")
                .bind("merge", merge)
                .mapTo(Boolean.class)
                .one());
    }

    /** The newest first. */
    List<Proposal> page(Proposal.State state, @Nullable UUID person, @Nullable UUID before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        WHERE q.state = :state AND (CAST(:person AS uuid) IS NULL OR q.survivor = :person OR q.merged = :person)
                          AND (CAST(:before AS uuid) IS NULL OR q.id < :before)
                        ORDER BY q.id DESC LIMIT :rows
                        """)
                .bind("state", state)
                .bind("person", person)
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(Proposal.class)
                .list());
    }

    void decide(UUID id, Proposal.State state, String by, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE person_merge SET state = :state, decided_by = :by, decided_at = :now, decision_sealed = :reason,
                            version = version + 1
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", state)
                .bind("by", by)
                .bind("now", now())
                .bind("reason", reason == null ? null : seal.close(SealedColumn.MERGE_DECISION, id, reason))
                .execute());
    }

    Map<Field, MergedChoice> choices(Proposal proposal) {
        try {
            return json.readValue(proposal.choices(), CHOICES);
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private String written(Map<Field, MergedChoice> choices) {
        try {
            return json.writeValueAsString(choices);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Proposal> read(String query, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(Proposal.class).findOne());
    }
}
