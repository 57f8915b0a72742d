package ma.riaya.beneficiary.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.problem.RefusedException;

/** Writes the rows that were left out as a file to correct and send again: the columns as sent, and the reasons beside them. */
@Singleton
class WriteCorrections {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ImportJobs jobs;
    private final ImportVerdicts verdicts;
    private final ImportLines lines;
    private final RecordLooks looks;
    private final Sight sight;

    WriteCorrections(ImportJobs jobs, ImportVerdicts verdicts, ImportLines lines, RecordLooks looks, Sight sight) {
        this.jobs = jobs;
        this.verdicts = verdicts;
        this.lines = lines;
        this.looks = looks;
        this.sight = sight;
    }

    /** The import whose rows may be written; that someone reads them is recorded, since they carry numbers of identity. */
    @Transactional
    ImportJob opened(UUID id, StatedPurpose purpose) {
        ImportJob job = jobs.find(id)
                .filter(found -> sight.covers(found.sight()))
                .orElseThrow(() -> new RefusedException(new CannotImport.ImportUnknown(id)));
        if (job.state().isOpen()) {
            throw new RefusedException(new CannotImport.ImportStillRuns());
        }
        if (job.refused() + job.needsLook() > 0 && verdicts.keptAfter(id, 0).isEmpty()) {
            throw new RefusedException(new CannotImport.ContentGone());
        }
        looks.record(RecordLooks.Look.at("import", id.toString(), "import-corrections-read", purpose.covers())
                .forPurpose(purpose.code())
                .with(Map.of("rows", Integer.toString(job.refused() + job.needsLook()))));
        return job;
    }

    /** Part by part, so that no file stands whole in memory. */
    void write(ImportJob job, Locale language, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        Separator separator = job.separator() == null ? Separator.SEMICOLON : job.separator();
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator.character())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        int reasons = reasonsColumn(job);
        List<String> header = new ArrayList<>(job.header());
        if (reasons == header.size()) {
            header.add(reasonsHeader(language));
        }
        csv.writeRecord(header.stream().map(FormulaGuard::written).toList());
        Optional<ImportVerdicts.Kept> kept = verdicts.keptAfter(job.id(), 0);
        while (kept.isPresent()) {
            write(job, kept.get().rows(), reasons, language, csv);
            kept = verdicts.keptAfter(job.id(), kept.get().number());
        }
        csv.flush();
        text.flush();
    }

    private void write(ImportJob job, List<RawRow> rows, int reasons, Locale language, CsvWriter csv) {
        Map<Long, List<ImportLines.Line>> findings =
                lines.of(job.id(), rows.stream().map(RawRow::line).toList());
        for (RawRow row : rows) {
            List<String> cells = new ArrayList<>(row.cells());
            while (cells.size() <= reasons) {
                cells.add("");
            }
            cells.set(
                    reasons,
                    findings.getOrDefault(row.line(), List.of()).stream()
                            .map(line -> lines.view(line, language))
                            .map(line -> line.title() + " (" + line.detail() + ")")
                            .collect(Collectors.joining(" ")));
            csv.writeRecord(cells.stream()
                    .map(FormulaGuard::taken)
                    .map(FormulaGuard::written)
                    .toList());
        }
    }

    /** Where the reasons stand: in their column, where the file was sent back with one, else after the last. */
    private static int reasonsColumn(ImportJob job) {
        for (int i = 0; i < job.header().size(); i++) {
            if (Column.named(job.header().get(i)).filter(Column.REASONS::equals).isPresent()) {
                return i;
            }
        }
        return job.header().size();
    }

    private static String reasonsHeader(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> "motifs";
            case "en" -> "reasons";
            default -> "الأسباب";
        };
    }
}
