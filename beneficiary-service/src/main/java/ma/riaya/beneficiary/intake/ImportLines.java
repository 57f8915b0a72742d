package ma.riaya.beneficiary.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What was refused or doubted, line by line, as stored; its texts are made in the reader's language. */
@Singleton
class ImportLines {

    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    /** What names somebody whom the reader does not see is left out. */
    private static final String IN_SIGHT = """
             AND NOT coalesce(is_out_of_sight(reference), false) AND NOT coalesce(is_out_of_sight(parameters ->> 'reference'), false)
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ObjectMapper json;
    private final ProblemTexts texts;

    ImportLines(Jdbi jdbi, Clock clock, ObjectMapper json, ProblemTexts texts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
        this.texts = texts;
    }

    enum Verdict {
        REFUSED,
        NEEDS_LOOK,
        WARNING,
        ABSENT;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Verdict of(MergeRows.Outcome outcome) {
            return switch (outcome) {
                case REFUSED -> REFUSED;
                case NEEDS_LOOK -> NEEDS_LOOK;
                case CREATED, UPDATED, UNCHANGED -> WARNING;
            };
        }
    }

    /** A finding about a line; {@code number} tells apart several of one line. */
    record Finding(
            long line,
            int number,
            Verdict verdict,
            @Nullable String reference,
            Refusal reason) {}

    record Line(
            long line, int number, String verdict, @Nullable String reference, String code, String parameters) {}

    void append(UUID job, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO import_line (import_id, line, number, verdict, reference, code, parameters)
                    VALUES (:job, :line, :number, :verdict, :reference, :code, CAST(:parameters AS jsonb))
                    """);
            for (Finding finding : findings) {
                batch.bind("job", job)
                        .bind("line", finding.line())
                        .bind("number", finding.number())
                        .bind("verdict", finding.verdict().stored())
                        .bind("reference", finding.reference())
                        .bind("code", finding.reason().code())
                        .bind("parameters", parameters(finding.reason()))
                        .add();
            }
            batch.execute();
        });
    }

    /** The links of the import that still wait for their other person become warnings; answers how many. */
    int appendUnresolved(UUID job) {
        String code = new RowFault.LinkReferenceUnknown("").code();
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        INSERT INTO import_line (import_id, line, number, verdict, reference, code, parameters)
                        SELECT a.import_id, a.line, 100 + row_number() OVER (PARTITION BY a.line ORDER BY a.id), 'warning',
                            p.reference, :code, jsonb_build_object('reference', a.other_reference)
                        FROM awaited_link a JOIN person p ON p.id = a.person_id
                        WHERE a.import_id = :job
                        """).bind("code", code).bind("job", job).execute());
    }

    /** The persons of the source whom its complete file lacks are marked and listed; nothing of them is removed; answers how many. */
    int appendAbsent(ImportJob job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH absent AS (
                            SELECT reference FROM source_record s
                            WHERE s.source = :source AND NOT EXISTS (SELECT FROM import_key k
                                WHERE k.import_id = :job AND k.kind IN ('REFERENCE', 'MENTIONED') AND k.key = convert_to(s.reference, 'UTF8'))
                        ), marked AS (
                            UPDATE source_record s SET absent_since = :now FROM absent a
                            WHERE s.source = :source AND s.reference = a.reference AND s.absent_since IS NULL
                              AND :effect = 'WRITTEN'
                        ), listed AS (
                            INSERT INTO import_line (import_id, line, number, verdict, reference, code, parameters)
                            SELECT :job, 0, row_number() OVER (ORDER BY reference), 'absent', reference, :code,
                                CAST(:parameters AS jsonb)
                            FROM absent
                        )
                        SELECT count(*) FROM absent
                        """)
                .bind("job", job.id())
                .bind("source", job.source().name())
                .bind("effect", job.effect().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("code", new RowFault.Absent(job.source()).code())
                .bind("parameters", parameters(new RowFault.Absent(job.source())))
                .mapTo(Integer.class)
                .one());
    }

    /** The reasons of some lines, by line. */
    @Transactional
    Map<Long, List<Line>> of(UUID job, List<Long> lines) {
        Map<Long, List<Line>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT line, number, verdict, reference, code, parameters::text AS parameters FROM import_line
                        WHERE import_id = :job AND line = ANY (CAST(:lines AS bigint[])) """ + IN_SIGHT + """
                        ORDER BY line, number
                        """)
                .bind("job", job)
                .bindArray("lines", Long.class, lines.toArray())
                .mapTo(Line.class)
                .forEach(line -> found.computeIfAbsent(line.line(), any -> new ArrayList<>())
                        .add(line)));
        return found;
    }

    @Transactional
    List<Line> page(UUID job, @Nullable String verdict, @Nullable Cursor after, int rows) {
        long line = after == null ? -1 : after.value(0, Long::valueOf);
        int number = after == null ? 0 : after.value(1, Integer::valueOf);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT line, number, verdict, reference, code, parameters::text AS parameters FROM import_line
                        WHERE import_id = :job AND (CAST(:verdict AS text) IS NULL OR verdict = :verdict)
                          AND (line, number) > (:line, :number) """ + IN_SIGHT + """
                        ORDER BY line, number LIMIT :rows
                        """)
                .bind("job", job)
                .bind("verdict", verdict)
                .bind("line", line)
                .bind("number", number)
                .bind("rows", rows)
                .mapTo(Line.class)
                .list());
    }

    ImportLineView view(Line line, Locale language) {
        Map<String, Object> values = values(line.parameters());
        return new ImportLineView(
                line.line(),
                line.verdict(),
                line.reference(),
                line.code(),
                texts.text(line.code() + ".title", language, values),
                texts.text(line.code() + ".detail", language, values));
    }

    private String parameters(Refusal reason) {
        try {
            return json.writeValueAsString(reason.parameters());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, Object> values(String parameters) {
        try {
            return new HashMap<>(json.readValue(parameters, PARAMETERS));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
