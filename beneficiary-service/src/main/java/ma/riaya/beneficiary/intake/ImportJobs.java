package ma.riaya.beneficiary.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;

/** Imports and the parts of them that still wait, as stored. */
@Singleton
class ImportJobs {

    private static final TypeReference<List<RawRow>> ROWS = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, state, sha256, bytes, rows, rows_done, created, updated, unchanged, refused, warnings,
            requested_at, started_at, ended_at
            """;

    /** Files are taken in one after another, whichever process does it, so that they are laid in their order. */
    static final long TURN = 0x494d504f5254L;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;
    private final ObjectMapper json;

    ImportJobs(Jdbi jdbi, Clock clock, Seal seal, ObjectMapper json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
        this.json = json;
    }

    /** A part of a file that waits to be read. */
    record Part(UUID id, List<RawRow> rows) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record SealedPart(UUID id, byte[] contentSealed) {}

    /** What one part added to the counts of its import. */
    record Counts(int created, int updated, int unchanged, int refused, int warnings) {}

    void insert(UUID id, CsvUpload upload, String requestedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_job (id, state, sha256, bytes, rows, requested_by, requested_at)
                        VALUES (:id, 'QUEUED', :sha256, :bytes, 0, :by, :now)
                        """)
                .bind("id", id)
                .bind("sha256", upload.sha256())
                .bind("bytes", upload.bytes())
                .bind("by", requestedBy)
                .bind("now", now())
                .execute());
    }

    void setRows(UUID id, int rows) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE import_job SET rows = :rows WHERE id = :id")
                .bind("rows", rows)
                .bind("id", id)
                .execute());
    }

    void addPart(UUID job, int number, List<RawRow> rows) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_part (id, import_id, number, content_sealed)
                        VALUES (:id, :job, :number, :content)
                        """)
                .bind("id", id)
                .bind("job", job)
                .bind("number", number)
                .bind("content", seal.closeBytes(SealedColumn.IMPORT_CONTENT, id, bytes(rows)))
                .execute());
    }

    Optional<ImportJob> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM import_job WHERE id = :id")
                .bind("id", id)
                .mapTo(ImportJob.class)
                .findOne());
    }

    /** The oldest import that is not at its end: a later file may say something newer of the same people. */
    Optional<ImportJob> next() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM import_job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id LIMIT 1
                        """)
                .mapTo(ImportJob.class)
                .findOne());
    }

    /** Whether this transaction is now the one, of all processes, that works on imports; it is until it ends. */
    boolean takeTurn() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT pg_try_advisory_xact_lock(:turn)")
                .bind("turn", TURN)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Part> nextPart(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, content_sealed FROM import_part
                                WHERE import_id = :job ORDER BY number LIMIT 1
                                """)
                        .bind("job", job)
                        .mapTo(SealedPart.class)
                        .findOne())
                .map(part -> new Part(
                        part.id(), rows(seal.openBytes(SealedColumn.IMPORT_CONTENT, part.id(), part.contentSealed()))));
    }

    /** The part is gone and counted in one transaction with what it wrote. */
    void partDone(UUID job, Part part, Counts counts) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM import_part WHERE id = :id")
                    .bind("id", part.id())
                    .execute();
            handle.createUpdate("""
                            UPDATE import_job SET state = 'RUNNING', started_at = coalesce(started_at, :now), attempts = 0,
                                rows_done = rows_done + :rows, created = created + :created, updated = updated + :updated,
                                unchanged = unchanged + :unchanged, refused = refused + :refused, warnings = warnings + :warnings
                            WHERE id = :job
                            """)
                    .bind("now", now())
                    .bind("rows", part.rows().size())
                    .bind("created", counts.created())
                    .bind("updated", counts.updated())
                    .bind("unchanged", counts.unchanged())
                    .bind("refused", counts.refused())
                    .bind("warnings", counts.warnings())
                    .bind("job", job)
                    .execute();
        });
    }

    void done(UUID job, int moreWarnings) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_job SET state = 'DONE', started_at = coalesce(started_at, :now), ended_at = :now,
                            warnings = warnings + :warnings
                        WHERE id = :job
                        """)
                .bind("now", now())
                .bind("warnings", moreWarnings)
                .bind("job", job)
                .execute());
    }

    /** Counts a failure of the import; after too many in a row it ends as failed, and what waits is removed; answers whether it ended so. */
    boolean failed(UUID job, int mostAttempts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH counted AS (
                            UPDATE import_job j SET attempts = j.attempts + 1,
                                state = CASE WHEN j.attempts + 1 >= :most THEN 'FAILED' ELSE j.state END,
                                ended_at = CASE WHEN j.attempts + 1 >= :most THEN CAST(:now AS timestamptz) END
                            WHERE j.id = :job AND j.state IN ('QUEUED', 'RUNNING')
                            RETURNING j.id, j.state
                        ), removed AS (
                            DELETE FROM import_part p USING counted c WHERE c.state = 'FAILED' AND p.import_id = c.id
                        )
                        SELECT EXISTS (SELECT FROM counted WHERE state = 'FAILED')
                        """)
                .bind("job", job)
                .bind("most", mostAttempts)
                .bind("now", now())
                .mapTo(Boolean.class)
                .one());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private byte[] bytes(List<RawRow> rows) {
        try {
            return json.writeValueAsBytes(rows);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<RawRow> rows(byte[] content) {
        try {
            return json.readValue(content, ROWS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
