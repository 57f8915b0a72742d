package ma.riaya.beneficiary.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.MergeRows;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Takes a file: keeps its rows, sealed, until they are read; what it cannot be read by is refused before anything is written. */
@Singleton
class ReceiveFile {

    /** Small enough that a part takes well under a second and a crash loses little work. */
    static final int ROWS_EACH = 1_000;

    private final ImportJobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Sight sight;

    ReceiveFile(ImportJobs jobs, Audit audit, CurrentCaller caller, Sight sight) {
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
        this.sight = sight;
    }

    /** Whose file it is and what is to become of it; what is not declared is found. */
    record Order(
            Source source,
            ImportJob.Coverage coverage,
            MergeRows.Effect effect,
            @Nullable Encoding encoding,
            @Nullable Separator separator) {}

    @Transactional
    ImportJob receive(Upload upload, Order order) {
        if (order.source() == Source.ENTRY || order.source() == Source.EVENT) {
            throw new RefusedException(new CannotImport.SourceUnknown());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int rows;
        try {
            rows = stage(id, upload, order);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (Table.BrokenAt atTheHeader) {
            throw new RefusedException(new CannotImport.NotCsv(atTheHeader.line()));
        }
        audit.append(AuditEntry.of("import-received", "import", id)
                .with(Map.of(
                        "sha256",
                        upload.sha256(),
                        "rows",
                        Integer.toString(rows),
                        "source",
                        order.source().name(),
                        "effect",
                        order.effect().name())));
        return find(id);
    }

    /** Whoever sees less than the one who sent it does not see the import. */
    ImportJob find(UUID id) {
        return jobs.find(id)
                .filter(job -> sight.covers(job.sight()))
                .orElseThrow(() -> new RefusedException(new CannotImport.ImportUnknown(id)));
    }

    private int stage(UUID id, Upload upload, Order order) throws IOException, Table.BrokenAt {
        FileForm declared = new FileForm(order.encoding(), order.separator(), List.of());
        FileForm form = upload.format() == Upload.Format.XLSX
                ? new FileForm(null, null, List.of())
                : probed(upload.spool(), declared);
        try (Table table = open(upload, form)) {
            SourceColumns.places(table.header(), order.source());
            jobs.insert(
                    id,
                    upload,
                    order,
                    new FileForm(form.encoding(), form.separator(), table.header()),
                    new ImportJobs.Requester(caller.get().subject(), sight.units()));
            return stage(id, table);
        }
    }

    private int stage(UUID id, Table table) {
        List<RawRow> rows = new ArrayList<>(ROWS_EACH);
        int count = 0;
        int parts = 0;
        Table.BrokenAt broken = null;
        boolean more = true;
        while (more) {
            try {
                Optional<RawRow> next = table.next();
                next.ifPresent(rows::add);
                more = next.isPresent();
            } catch (Table.BrokenAt here) {
                broken = here;
                more = false;
            }
            if (!rows.isEmpty() && (!more || rows.size() == ROWS_EACH)) {
                jobs.addPart(id, ++parts, List.copyOf(rows));
                count += rows.size();
                rows.clear();
            }
        }
        jobs.setRows(id, count, broken);
        return count;
    }

    private static Table open(Upload upload, FileForm form) throws IOException, Table.BrokenAt {
        upload.spool().position(0);
        return form.encoding() == null || form.separator() == null
                ? new SheetTable(upload.spool())
                : new CsvTable(upload.spool(), form.encoding(), form.separator());
    }

    private static FileForm probed(SeekableByteChannel bytes, FileForm declared) throws IOException {
        Encoding encoding = TextProbe.encoding(bytes, declared.encoding());
        Separator separator = declared.separator() == null
                ? Separator.of(TextProbe.firstLine(bytes, encoding))
                : declared.separator();
        return new FileForm(encoding, separator, List.of());
    }
}
