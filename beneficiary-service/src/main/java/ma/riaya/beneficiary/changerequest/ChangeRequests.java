package ma.riaya.beneficiary.changerequest;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The requests as stored. */
@Singleton
class ChangeRequests {

    private static final String SELECT = """
            SELECT r.id, r.person_id, p.reference AS person_reference, p.office AS person_office, r.kind, r.content_sealed,
                r.source, r.state, r.proposed_by, r.proposed_from, r.proposed_at, r.renews, r.decided_by, r.decided_at,
                r.answer_sealed, r.payable_on, r.version
            FROM change_request r JOIN person p ON p.id = r.person_id AND is_told_of(r.other_id)
            """;

    private final Jdbi jdbi;
    private final Seal seal;

    ChangeRequests(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /** Who asks, for which record, and what of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asking(
            UUID person,
            ChangeKind kind,
            ChangeContent content,
            byte @Nullable [] accountIndex,
            @Nullable UUID other,
            Source source,
            String by,
            @Nullable String from,
            @Nullable UUID renews) {}

    UUID insert(Asking asking) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO change_request (id, person_id, kind, content_sealed, account_index, other_id, source,
                            proposed_by, proposed_from, renews)
                        VALUES (:id, :person, :kind, :sealed, :accountIndex, :other, :source, :by, :from, :renews)
                        """)
                .bind("id", id)
                .bind("person", asking.person())
                .bind("kind", asking.kind().name())
                .bind(
                        "sealed",
                        seal.close(
                                SealedColumn.CHANGE_CONTENT,
                                id,
                                asking.content().stored()))
                .bind("accountIndex", asking.accountIndex())
                .bind("other", asking.other())
                .bind("source", asking.source().name())
                .bind("by", asking.by())
                .bind("from", asking.from())
                .bind("renews", asking.renews())
                .execute());
        return id;
    }

    Optional<ChangeRequest> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id")
                .bind("id", id)
                .mapTo(ChangeRequest.class)
                .findOne());
    }

    /** The same, held until the transaction ends; its person is held already. */
    ChangeRequest hold(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id FOR UPDATE OF r")
                .bind("id", id)
                .mapTo(ChangeRequest.class)
                .one());
    }

    /** The open ones of a person and kind. */
    List<ChangeRequest> open(UUID person, ChangeKind kind) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + "WHERE r.person_id = :person AND r.kind = :kind AND r.state = 'PROPOSED' ORDER BY r.id")
                .bind("person", person)
                .bind("kind", kind.name())
                .mapTo(ChangeRequest.class)
                .list());
    }

    /** The request and those that it asks anew, the newest first. */
    List<ChangeRequest> chain(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        WITH RECURSIVE chain AS (
                            SELECT id AS member, renews AS former FROM change_request WHERE id = :id
                            UNION SELECT r.id, r.renews FROM change_request r JOIN chain c ON r.id = c.former
                        )
                        """ + SELECT + "JOIN chain ON chain.member = r.id ORDER BY r.id DESC")
                        .bind("id", id)
                        .mapTo(ChangeRequest.class)
                        .list());
    }

    Optional<UUID> renewedBy(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM change_request WHERE renews = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
    }

    void decide(UUID id, ChangeState state, String by, @Nullable String answer, @Nullable LocalDate payableOn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE change_request SET state = :state, decided_by = :by, answer_sealed = :answer, payable_on = :payableOn
                        WHERE id = :id
                        """)
                .bind("state", state.name())
                .bind("by", by)
                .bind("answer", answer == null ? null : seal.close(SealedColumn.CHANGE_ANSWER, id, answer))
                .bind("payableOn", payableOn)
                .bind("id", id)
                .execute());
    }

    ChangeContent content(ChangeRequest request) {
        return ChangeContent.stored(seal.open(SealedColumn.CHANGE_CONTENT, request.id(), request.contentSealed()));
    }

    @Nullable
    String answer(ChangeRequest request) {
        byte[] sealed = request.answerSealed();
        return sealed == null ? null : seal.open(SealedColumn.CHANGE_ANSWER, request.id(), sealed);
    }

    /** Whether the same account of the same source was refused before. */
    boolean isRefused(UUID person, byte[] accountIndex, Source source) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM change_request WHERE person_id = :person AND kind = 'ACCOUNT'
                            AND account_index = :index AND source = :source AND state = 'REFUSED')
                        """)
                .bind("person", person)
                .bind("index", accountIndex)
                .bind("source", source.name())
                .mapTo(Boolean.class)
                .one());
    }

    /** Who sent a file. */
    Optional<String> sender(UUID importId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT requested_by FROM import_job WHERE id = :id")
                .bind("id", importId)
                .mapTo(String.class)
                .findOne());
    }

    /** Which requests are asked for; what is null is not asked. */
    record Asked(
            @Nullable String reach,
            @Nullable String office,
            @Nullable ChangeState state,
            @Nullable ChangeKind kind,
            @Nullable UUID person,
            @Nullable String proposedBy,
            @Nullable UUID after,
            int rows) {}

    /** The oldest first; an office reaches its own persons and those without one. */
    List<ChangeRequest> list(Asked asked) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE (CAST(:reach AS text) IS NULL OR p.office = :reach OR p.office IS NULL)
                          AND (CAST(:office AS text) IS NULL OR p.office = :office)
                          AND (CAST(:state AS text) IS NULL OR r.state = :state)
                          AND (CAST(:kind AS text) IS NULL OR r.kind = :kind)
                          AND (CAST(:person AS uuid) IS NULL OR r.person_id = :person)
                          AND (CAST(:proposedBy AS text) IS NULL OR r.proposed_by = :proposedBy)
                          AND (CAST(:after AS uuid) IS NULL OR r.id > :after)
                        ORDER BY r.id LIMIT :rows
                        """)
                .bind("reach", asked.reach())
                .bind("office", asked.office())
                .bind("state", asked.state() == null ? null : asked.state().name())
                .bind("kind", asked.kind() == null ? null : asked.kind().name())
                .bind("person", asked.person())
                .bind("proposedBy", asked.proposedBy())
                .bind("after", asked.after())
                .bind("rows", asked.rows())
                .mapTo(ChangeRequest.class)
                .list());
    }
}
