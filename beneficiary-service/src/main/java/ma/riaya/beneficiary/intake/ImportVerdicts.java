package ma.riaya.beneficiary.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows.Outcome;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What became of each row, and the rows that were left out, as stored. */
@Singleton
class ImportVerdicts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;

    ImportVerdicts(Jdbi jdbi, Clock clock, Seal seal) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
    }

    /** The verdict of one row, in the order of the file. */
    record Verdict(RawRow row, Outcome outcome, @Nullable UUID person) {}

    record Line(long line, String verdict, @Nullable UUID person) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(UUID id, int number, byte[] contentSealed) {}

    /** Rows that were left out, of one part. */
    record Kept(int number, List<RawRow> rows) {}

    static String stored(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void append(UUID job, int number, List<Verdict> verdicts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_verdict (import_id, number, last_line, lines, verdicts, persons)
                        VALUES (:job, :number, :last, CAST(:lines AS bigint[]), CAST(:verdicts AS text[]), CAST(:persons AS uuid[]))
                        """)
                .bind("job", job)
                .bind("number", number)
                .bind("last", verdicts.getLast().row().line())
                .bindArray(
                        "lines",
                        Long.class,
                        verdicts.stream().map(one -> one.row().line()).toArray())
                .bindArray(
                        "verdicts",
                        String.class,
                        verdicts.stream().map(one -> stored(one.outcome())).toArray())
                .bindArray(
                        "persons",
                        UUID.class,
                        verdicts.stream().map(Verdict::person).toArray())
                .execute());
        List<RawRow> left = verdicts.stream()
                .filter(one -> one.outcome() == Outcome.REFUSED || one.outcome() == Outcome.NEEDS_LOOK)
                .map(Verdict::row)
                .toList();
        if (!left.isEmpty()) {
            keep(job, number, left);
        }
    }

    private void keep(UUID job, int number, List<RawRow> left) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_kept (id, import_id, number, content_sealed)
                        VALUES (:id, :job, :number, :content)
                        """)
                .bind("id", id)
                .bind("job", job)
                .bind("number", number)
                .bind("content", seal.closeBytes(SealedColumn.IMPORT_KEPT, id, RowCodec.encode(left)))
                .execute());
    }

    /** The rows left out of the next part that has any. */
    Optional<Kept> keptAfter(UUID job, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT id, number, content_sealed FROM import_kept
                                WHERE import_id = :job AND number > :number ORDER BY number LIMIT 1
                                """)
                        .bind("job", job)
                        .bind("number", number)
                        .mapTo(Sealed.class)
                        .findOne())
                .map(part -> new Kept(
                        part.number(),
                        RowCodec.decode(seal.openBytes(SealedColumn.IMPORT_KEPT, part.id(), part.contentSealed()))));
    }

    /** Without those whom the reader does not see. */
    @Transactional
    List<Line> page(UUID job, @Nullable String verdict, @Nullable Cursor after, int rows) {
        long line = after == null ? 0 : after.value(0, Long::valueOf);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT u.line, u.verdict, u.person
                        FROM import_verdict v, unnest(v.lines, v.verdicts, v.persons) AS u(line, verdict, person)
                        WHERE v.import_id = :job AND v.last_line > :line AND u.line > :line
                          AND (CAST(:verdict AS text) IS NULL OR u.verdict = :verdict)
                          AND (u.person IS NULL OR EXISTS (SELECT FROM person p WHERE p.id = u.person))
                        ORDER BY u.line LIMIT :rows
                        """)
                .bind("job", job)
                .bind("verdict", verdict)
                .bind("line", line)
                .bind("rows", rows)
                .mapTo(Line.class)
                .list());
    }

    /** Removes the rows that were left out a month ago. */
    void forgetOld() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM import_kept k USING import_job j
                        WHERE j.id = k.import_id AND j.ended_at < :before
                        """)
                .bind("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute());
    }
}
