package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.person.MergeRows.Outcome;
import ma.riaya.beneficiary.person.RegistryRow;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Does the next step of an import, in one transaction: a part of its rows, some of its links, or its end. */
@Singleton
class TakeInPart {

    private static final int LINKS_EACH = 5_000;

    private final ImportJobs jobs;
    private final ImportLines lines;
    private final ImportVerdicts verdicts;
    private final ImportKeys keys;
    private final ReadAhead ahead;
    private final MergeRows merge;
    private final Sight sight;
    private final Audit audit;

    TakeInPart(
            ImportJobs jobs,
            ImportLines lines,
            ImportVerdicts verdicts,
            ImportKeys keys,
            ReadAhead ahead,
            MergeRows merge,
            Sight sight,
            Audit audit) {
        this.jobs = jobs;
        this.lines = lines;
        this.verdicts = verdicts;
        this.keys = keys;
        this.ahead = ahead;
        this.merge = merge;
        this.sight = sight;
        this.audit = audit;
    }

    /** Whether there may be more to do. */
    enum Progress {
        MADE,
        NOTHING_LEFT
    }

    @Transactional
    Progress step(UUID id) {
        if (!jobs.takeTurn()) {
            return Progress.NOTHING_LEFT;
        }
        Optional<ImportJob> open = jobs.lock(id).filter(job -> job.state().isOpen());
        if (open.isPresent()) {
            // It meets whom the manager who sent the file sees, and nobody else.
            sight.with(open.get().sight(), () -> step(open.get()));
        }
        return Progress.MADE;
    }

    private void step(ImportJob job) {
        Optional<ReadAhead.ReadPart> part = ahead.next(job);
        if (part.isPresent()) {
            takeIn(job, part.get());
        } else if (job.effect() == MergeRows.Effect.NONE || merge.resolveLinks(job.id(), LINKS_EACH) == 0) {
            end(job);
        }
    }

    private void end(ImportJob job) {
        UUID id = job.id();
        boolean written = job.effect() == MergeRows.Effect.WRITTEN;
        int unresolved = written ? lines.appendUnresolved(id) : 0;
        int absent = job.tellsWhoIsAbsent() ? lines.appendAbsent(job) : 0;
        Integer brokenRow = job.brokenRow();
        Long brokenLine = job.brokenLine();
        if (brokenRow != null && brokenLine != null) {
            lines.append(
                    id,
                    List.of(new ImportLines.Finding(
                            brokenLine,
                            1,
                            ImportLines.Verdict.REFUSED,
                            null,
                            new RowFault.BrokenOff(brokenRow, brokenLine))));
        }
        keys.forget(id);
        jobs.done(id, unresolved, absent);
        ImportJob ended = jobs.find(id).orElseThrow();
        audit.append(AuditEntry.of(written ? "import-done" : "import-judged", "import", id)
                .with(Map.of(
                        "created", Integer.toString(ended.created()),
                        "updated", Integer.toString(ended.updated()),
                        "unchanged", Integer.toString(ended.unchanged()),
                        "needsLook", Integer.toString(ended.needsLook()),
                        "refused", Integer.toString(ended.refused()),
                        "warnings", Integer.toString(ended.warnings()),
                        "absent", Integer.toString(ended.absent()))));
    }

    private void takeIn(ImportJob job, ReadAhead.ReadPart part) {
        @Nullable Judged[] judged = new Judged[part.rows().size()];
        List<Readable> readable = new ArrayList<>();
        for (int i = 0; i < judged.length; i++) {
            ReadAhead.ReadRow row = part.rows().get(i);
            if (row.read() != null) {
                readable.add(new Readable(i, row.read(), row.keys()));
            } else if (row.refusal() != null) {
                judged[i] = new Judged(reference(row.cells()), Outcome.REFUSED, null, List.of(row.refusal()));
            }
        }
        keys.mention(
                job.id(),
                Arrays.stream(judged)
                        .flatMap(one -> one == null ? Stream.empty() : Stream.ofNullable(one.reference()))
                        .toList());
        mergeInto(judged, job, withoutDoubles(judged, job, readable));
        write(job, part.part(), judged);
    }

    private record Readable(int place, RowReader.Read read, List<ImportKeys.Keyed> keys) {

        RegistryRow row() {
            return read.row();
        }
    }

    private record Judged(
            @Nullable String reference,
            Outcome outcome,
            @Nullable UUID person,
            List<Refusal> reasons) {}

    private List<Readable> withoutDoubles(@Nullable Judged[] judged, ImportJob job, List<Readable> readable) {
        List<Readable> single = new ArrayList<>();
        List<Optional<ImportKeys.Repeated>> repeated =
                keys.remember(job.id(), readable.stream().map(Readable::keys).toList());
        for (int i = 0; i < readable.size(); i++) {
            Readable one = readable.get(i);
            Optional<ImportKeys.Repeated> doubleOf = repeated.get(i);
            if (doubleOf.isEmpty()) {
                single.add(one);
            } else {
                judged[one.place()] = new Judged(
                        one.row().reference(),
                        doubleOf.get().refused() ? Outcome.REFUSED : Outcome.NEEDS_LOOK,
                        null,
                        List.of(doubleOf.get().reason()));
            }
        }
        return single;
    }

    private void mergeInto(@Nullable Judged[] judged, ImportJob job, List<Readable> single) {
        List<MergeRows.Verdict> merged = merge.merge(
                new MergeRows.Run(job.id(), job.source(), job.effect()),
                single.stream().map(Readable::row).toList());
        for (int i = 0; i < merged.size(); i++) {
            Readable one = single.get(i);
            MergeRows.Verdict verdict = merged.get(i);
            List<Refusal> reasons = new ArrayList<>(verdict.reasons());
            if (isTaken(verdict.outcome())) {
                reasons.addAll(one.read().warnings());
            }
            judged[one.place()] = new Judged(one.row().reference(), verdict.outcome(), verdict.person(), reasons);
        }
    }

    private void write(ImportJob job, ImportJobs.Part part, @Nullable Judged[] judged) {
        List<ImportLines.Finding> findings = new ArrayList<>();
        List<ImportVerdicts.Verdict> each = new ArrayList<>();
        int warnings = 0;
        for (int i = 0; i < judged.length; i++) {
            Judged one = Objects.requireNonNull(judged[i]);
            RawRow row = part.rows().get(i);
            each.add(new ImportVerdicts.Verdict(row, one.outcome(), one.person()));
            int number = 1;
            for (Refusal reason : one.reasons()) {
                findings.add(new ImportLines.Finding(
                        row.line(), number++, ImportLines.Verdict.of(one.outcome()), one.reference(), reason));
            }
            warnings += isTaken(one.outcome()) ? one.reasons().size() : 0;
        }
        lines.append(job.id(), findings);
        verdicts.append(job.id(), part.number(), each);
        jobs.partDone(
                job,
                part,
                new ImportJobs.Counts(
                        count(judged, Outcome.CREATED),
                        count(judged, Outcome.UPDATED),
                        count(judged, Outcome.UNCHANGED),
                        count(judged, Outcome.NEEDS_LOOK),
                        count(judged, Outcome.REFUSED),
                        warnings));
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome == Outcome.CREATED || outcome == Outcome.UPDATED;
    }

    private static int count(@Nullable Judged[] judged, Outcome outcome) {
        return (int) Arrays.stream(judged)
                .filter(one -> one != null && one.outcome() == outcome)
                .count();
    }

    /** The reference of a row that is refused, where it can be one. */
    private static @Nullable String reference(RowCells cells) {
        String reference = cells.isWhole() ? cells.field(Column.REFERENCE) : "";
        return reference.isEmpty()
                        || reference.length() > Column.REFERENCE.mostCharacters()
                        || reference.indexOf('\0') >= 0
                ? null
                : reference;
    }
}
