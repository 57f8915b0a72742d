package ma.riaya.beneficiary.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Imports and the parts of them that still wait, as stored. */
@Singleton
class ImportJobs {

    /** Files are taken in one after another, whichever process does it, so that they are laid in their order. */
    static final long TURN = 0x494d504f5254L;

    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);

    private static final String COLUMNS = """
            j.id, state, source, coverage, effect, format, encoding, separator, header, sha256, bytes, rows, rows_done,
            created, updated, unchanged, needs_look, refused, warnings, absent, parts_done, broken_row, broken_line,
            broken_code, confirms, EXISTS (SELECT FROM import_job c WHERE c.confirms = j.id) AS confirmed,
            requested_at, started_at, ended_at, sight
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;

    ImportJobs(Jdbi jdbi, Clock clock, Seal seal) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
    }

    /** Who sends a file, and the units of those whom they see. */
    record Requester(String subject, List<String> units) {}

    /** A part of a file that waits to be read. */
    record Part(UUID id, int number, List<RawRow> rows) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record SealedPart(UUID id, int number, byte[] contentSealed) {}

    /** What one part added to the counts of its import. */
    record Counts(int created, int updated, int unchanged, int needsLook, int refused, int warnings) {}

    void insert(UUID id, Upload upload, ReceiveFile.Order order, FileForm form, Requester by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_job (id, state, source, coverage, effect, format, encoding, separator, header,
                            sha256, bytes, rows, requested_by, requested_at, sight)
                        VALUES (:id, 'QUEUED', :source, :coverage, :effect, :format, :encoding, :separator,
                            CAST(:header AS text[]), :sha256, :bytes, 0, :by, :now, CAST(:sight AS text[]))
                        """)
                .bind("id", id)
                .bind("source", order.source().name())
                .bind("coverage", order.coverage().name())
                .bind("effect", order.effect().name())
                .bind("format", upload.format().name())
                .bind("encoding", name(form.encoding()))
                .bind("separator", name(form.separator()))
                .bindArray("header", String.class, form.header().toArray())
                .bind("sha256", upload.sha256())
                .bind("bytes", upload.bytes())
                .bind("by", by.subject())
                .bindArray("sight", String.class, by.units().toArray())
                .bind("now", now())
                .execute());
    }

    /** The same file once more, for real; its parts go over to the new import. */
    void insertConfirming(UUID id, UUID dryRun, Requester by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO import_job (id, state, source, coverage, effect, format, encoding, separator, header,
                                sha256, bytes, rows, broken_row, broken_line, broken_code, confirms, requested_by, requested_at, sight)
                            SELECT :id, 'QUEUED', source, coverage, 'WRITTEN', format, encoding, separator, header,
                                sha256, bytes, rows, broken_row, broken_line, broken_code, id, :by, :now, CAST(:sight AS text[])
                            FROM import_job WHERE id = :dryRun
                            """)
                    .bind("id", id)
                    .bind("dryRun", dryRun)
                    .bind("by", by.subject())
                    .bindArray("sight", String.class, by.units().toArray())
                    .bind("now", now())
                    .execute();
            handle.createUpdate("UPDATE import_part SET import_id = :id WHERE import_id = :dryRun")
                    .bind("id", id)
                    .bind("dryRun", dryRun)
                    .execute();
        });
    }

    void setRows(UUID id, int rows, Table.@Nullable BrokenAt broken) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_job SET rows = :rows, broken_row = :brokenRow, broken_line = :brokenLine,
                            broken_code = :brokenCode
                        WHERE id = :id
                        """)
                .bind("rows", rows)
                .bind("brokenRow", broken == null ? null : broken.row())
                .bind("brokenLine", broken == null ? null : broken.line())
                .bind("brokenCode", broken == null ? null : new RowFault.BrokenOff(0, 0).code())
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
                .bind("content", seal.closeBytes(SealedColumn.IMPORT_CONTENT, id, RowCodec.encode(rows)))
                .execute());
    }

    Optional<ImportJob> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM import_job j WHERE j.id = :id")
                .bind("id", id)
                .mapTo(ImportJob.class)
                .findOne());
    }

    /** The import, which nobody else changes until the transaction ends. */
    Optional<ImportJob> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM import_job j WHERE j.id = :id FOR UPDATE OF j")
                .bind("id", id)
                .mapTo(ImportJob.class)
                .findOne());
    }

    /** The oldest import that is not at its end: a later file may say something newer of the same people. */
    Optional<UUID> next() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT id FROM import_job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id LIMIT 1
                        """).mapTo(UUID.class).findOne());
    }

    /**
     * Whether this transaction is now the one, of all processes, that works on imports; it is until it ends.
     *
     * <p>All that a part asks is asked by key. Its plans are kept from one part to the next, so one that reads a whole table, because the
     * table was empty when the import began, would read it for each part: none may.
     */
    boolean takeTurn() {
        return jdbi.withHandle(handle -> {
            handle.execute("SET LOCAL enable_seqscan = off");
            return handle.createQuery("SELECT pg_try_advisory_xact_lock(:turn)")
                    .bind("turn", TURN)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    Optional<Part> nextPart(UUID job, int after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, number, content_sealed FROM import_part
                                WHERE import_id = :job AND number > :done ORDER BY number LIMIT 1
                                """)
                        .bind("job", job)
                        .bind("done", after)
                        .mapTo(SealedPart.class)
                        .findOne())
                .map(part -> new Part(
                        part.id(),
                        part.number(),
                        RowCodec.decode(seal.openBytes(SealedColumn.IMPORT_CONTENT, part.id(), part.contentSealed()))));
    }

    boolean hasParts(UUID job) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM import_part WHERE import_id = :job)")
                        .bind("job", job)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The part is counted, and gone where it will not be asked for again, in one transaction with what it wrote. */
    void partDone(ImportJob job, Part part, Counts counts) {
        jdbi.useHandle(handle -> {
            if (job.effect() == MergeRows.Effect.WRITTEN) {
                handle.createUpdate("DELETE FROM import_part WHERE id = :id")
                        .bind("id", part.id())
                        .execute();
            }
            handle.createUpdate("""
                            UPDATE import_job SET state = 'RUNNING', started_at = coalesce(started_at, :now), attempts = 0,
                                parts_done = :number, rows_done = rows_done + :rows, created = created + :created,
                                updated = updated + :updated, unchanged = unchanged + :unchanged,
                                needs_look = needs_look + :needsLook, refused = refused + :refused,
                                warnings = warnings + :warnings
                            WHERE id = :job
                            """)
                    .bind("now", now())
                    .bind("number", part.number())
                    .bind("rows", part.rows().size())
                    .bind("created", counts.created())
                    .bind("updated", counts.updated())
                    .bind("unchanged", counts.unchanged())
                    .bind("needsLook", counts.needsLook())
                    .bind("refused", counts.refused())
                    .bind("warnings", counts.warnings())
                    .bind("job", job.id())
                    .execute();
        });
    }

    void done(UUID job, int moreWarnings, int absent) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_job SET state = 'DONE', started_at = coalesce(started_at, :now), ended_at = :now,
                            warnings = warnings + :warnings, absent = :absent
                        WHERE id = :job
                        """)
                .bind("now", now())
                .bind("warnings", moreWarnings)
                .bind("absent", absent)
                .bind("job", job)
                .execute());
    }

    /** What is done stands, and what waits is removed. */
    void cancel(UUID job) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE import_job SET state = 'CANCELLED', ended_at = :now WHERE id = :job")
                    .bind("now", now())
                    .bind("job", job)
                    .execute();
            handle.createUpdate("DELETE FROM import_part WHERE import_id = :job")
                    .bind("job", job)
                    .execute();
        });
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

    /** Removes the rows of dry runs that nobody confirmed in a week. */
    void forgetUnconfirmed() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM import_part p USING import_job j
                        WHERE j.id = p.import_id AND j.state = 'DONE' AND j.ended_at < :before
                        """)
                .bind("before", now().minus(UNCONFIRMED_KEPT))
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
