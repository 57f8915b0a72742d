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
    private static final String COLUMNS = """
            SELECT id, kind, survivor, merged, undoes, state, choices::text AS choices, lines, requests, reason_sealed, survivor_version, merged_version,
                proposed_by, proposed_at, decided_by, decided_at, decision_sealed, version
            FROM person_merge
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

    String reason(Proposal proposal) {
        return seal.open(SealedColumn.MERGE_REASON, proposal.id(), proposal.reasonSealed());
    }

    @Nullable
    String decisionReason(Proposal proposal) {
        byte[] sealed = proposal.decisionSealed();
        return sealed == null ? null : seal.open(SealedColumn.MERGE_DECISION, proposal.id(), sealed);
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
        return read(COLUMNS + "WHERE id = :id", id);
    }

    Optional<Proposal> lock(UUID id) {
        return read(COLUMNS + "WHERE id = :id FOR UPDATE", id);
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
                        WHERE state = :state AND (CAST(:person AS uuid) IS NULL OR survivor = :person OR merged = :person)
                          AND (CAST(:before AS uuid) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :rows
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
