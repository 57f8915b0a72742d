package ma.riaya.beneficiary.rights;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The requests for correction as stored, of persons in sight. */
@Singleton
class CorrectionRequests {

    private static final String COLUMNS = """
            SELECT r.id, r.person_id, r.said_sealed, r.state, r.filed_by, r.filed_as, r.filed_at, r.answered_by, r.answered_at,
                r.answer_sealed
            FROM correction_request r JOIN person p ON p.id = r.person_id
            """;

    private final Jdbi jdbi;
    private final Seal seal;
    private final Clock clock;

    CorrectionRequests(Jdbi jdbi, Seal seal, Clock clock) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.clock = clock;
    }

    void insert(UUID id, UUID person, String said, CorrectionRequest.FiledAs as, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO correction_request (id, person_id, said_sealed, state, filed_by, filed_as, filed_at)
                        VALUES (:id, :person, :said, 'FILED', :by, :as, :now)
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("said", seal.close(SealedColumn.CORRECTION_SAID, id, said))
                .bind("by", by)
                .bind("as", as.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The request, which nobody else answers until the transaction ends. */
    Optional<CorrectionRequest> lock(UUID id) {
        return read(COLUMNS + "WHERE r.id = :id FOR UPDATE OF r", id);
    }

    Optional<CorrectionRequest> find(UUID id) {
        return read(COLUMNS + "WHERE r.id = :id", id);
    }

    /** Those of a person, or of all where none is given; the newest first. */
    List<CorrectionRequest> page(
            @Nullable UUID person, CorrectionRequest.@Nullable State state, @Nullable UUID before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        WHERE (CAST(:person AS uuid) IS NULL OR r.person_id = :person)
                          AND (CAST(:state AS text) IS NULL OR r.state = :state)
                          AND (CAST(:before AS uuid) IS NULL OR r.id < :before)
                        ORDER BY r.id DESC LIMIT :rows
                        """)
                .bind("person", person)
                .bind("state", state == null ? null : state.name())
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(CorrectionRequest.class)
                .list());
    }

    void answer(UUID id, CorrectionRequest.State state, @Nullable String reasons, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE correction_request SET state = :state, answered_by = :by, answered_at = :now,
                            answer_sealed = CAST(:answer AS bytea)
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("by", by)
                .bind("answer", reasons == null ? null : seal.close(SealedColumn.CORRECTION_ANSWER, id, reasons))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    @Nullable
    String said(CorrectionRequest request) {
        return opened(SealedColumn.CORRECTION_SAID, request.id(), request.saidSealed());
    }

    @Nullable
    String answer(CorrectionRequest request) {
        return opened(SealedColumn.CORRECTION_ANSWER, request.id(), request.answerSealed());
    }

    private @Nullable String opened(SealedColumn column, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? null : seal.open(column, id, sealed);
    }

    private Optional<CorrectionRequest> read(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("id", id)
                .mapTo(CorrectionRequest.class)
                .findOne());
    }
}
