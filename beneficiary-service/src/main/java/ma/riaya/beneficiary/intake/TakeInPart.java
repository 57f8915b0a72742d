package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.person.MergeRows.Outcome;
import ma.riaya.beneficiary.person.RegistryRow;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Does the next step of an import, in one transaction: a part of its rows, some of its links, or its end. */
@Singleton
class TakeInPart {

    private static final int LINKS_EACH = 5_000;

    private final ImportJobs jobs;
    private final ImportLines lines;
    private final RowReader reader;
    private final MergeRows merge;
    private final Audit audit;

    TakeInPart(ImportJobs jobs, ImportLines lines, RowReader reader, MergeRows merge, Audit audit) {
        this.jobs = jobs;
        this.lines = lines;
        this.reader = reader;
        this.merge = merge;
        this.audit = audit;
    }

    /** Whether there may be more to do. */
    enum Progress {
        MADE,
        NOTHING_LEFT
    }

    @Transactional
    Progress step(UUID job) {
        if (!jobs.takeTurn()
                || jobs.next().map(ImportJob::id).filter(job::equals).isEmpty()) {
            return Progress.NOTHING_LEFT;
        }
        Optional<ImportJobs.Part> part = jobs.nextPart(job);
        if (part.isPresent()) {
            takeIn(job, part.get());
        } else if (merge.resolveLinks(LINKS_EACH) == 0) {
            jobs.done(job, lines.appendUnresolved(job));
            ImportJob ended = jobs.find(job).orElseThrow();
            audit.append(AuditEntry.of("import-done", "import", job)
                    .with(Map.of(
                            "created", Integer.toString(ended.created()),
                            "updated", Integer.toString(ended.updated()),
                            "unchanged", Integer.toString(ended.unchanged()),
                            "refused", Integer.toString(ended.refused()),
                            "warnings", Integer.toString(ended.warnings()))));
        }
        return Progress.MADE;
    }

    private void takeIn(UUID job, ImportJobs.Part part) {
        List<RowReader.Read> good = new ArrayList<>();
        List<ImportLines.Finding> findings = new ArrayList<>();
        int refused = 0;
        for (RawRow raw : part.rows()) {
            try {
                good.add(reader.read(raw));
            } catch (RefusedException refusal) {
                refused++;
                findings.add(new ImportLines.Finding(
                        raw.line(), 1, ImportLines.Verdict.REFUSED, reference(raw), refusal.refusal()));
            }
        }
        List<RegistryRow> rows = good.stream().map(RowReader.Read::row).toList();
        List<MergeRows.Verdict> verdicts =
                merge.merge(new MergeRows.Run(job, Source.REGISTRY, MergeRows.Effect.WRITTEN), rows);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int warnings = 0;
        for (int i = 0; i < rows.size(); i++) {
            MergeRows.Verdict verdict = verdicts.get(i);
            counts.merge(verdict.outcome(), 1, Integer::sum);
            List<Refusal> reasons = new ArrayList<>(verdict.reasons());
            if (verdict.outcome() == Outcome.CREATED || verdict.outcome() == Outcome.UPDATED) {
                reasons.addAll(good.get(i).warnings());
                warnings += reasons.size();
            }
            note(rows.get(i), verdict.outcome(), reasons, findings);
        }
        lines.append(job, findings);
        jobs.partDone(
                job,
                part,
                new ImportJobs.Counts(
                        counts.getOrDefault(Outcome.CREATED, 0),
                        counts.getOrDefault(Outcome.UPDATED, 0),
                        counts.getOrDefault(Outcome.UNCHANGED, 0),
                        refused + counts.getOrDefault(Outcome.REFUSED, 0),
                        warnings));
    }

    private static void note(
            RegistryRow row, Outcome outcome, List<Refusal> reasons, List<ImportLines.Finding> findings) {
        ImportLines.Verdict verdict =
                outcome == Outcome.REFUSED ? ImportLines.Verdict.REFUSED : ImportLines.Verdict.WARNING;
        int number = 1;
        for (Refusal reason : reasons) {
            findings.add(new ImportLines.Finding(row.line(), number++, verdict, row.reference(), reason));
        }
    }

    private static @Nullable String reference(RawRow raw) {
        if (raw.fields().isEmpty()) {
            return null;
        }
        String reference = raw.field(Column.REFERENCE);
        return reference.isEmpty()
                        || reference.length() > Column.REFERENCE.mostCharacters()
                        || reference.indexOf('\0') >= 0
                ? null
                : reference;
    }
}
