package ma.riaya.beneficiary.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;

/** Takes a file: keeps its rows, sealed, until they are read; refuses it whole before anything is written. */
@Singleton
class ReceiveFile {

    /** Small enough that a part takes well under a second and a crash loses little work. */
    static final int ROWS_EACH = 500;

    private final ImportJobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;

    ReceiveFile(ImportJobs jobs, Audit audit, CurrentCaller caller) {
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    ImportJob receive(CsvUpload upload) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jobs.insert(id, upload, caller.get().subject());
        int[] parts = {0};
        int rows;
        try {
            rows = new RegistryFile(upload.spool()).read(ROWS_EACH, part -> jobs.addPart(id, ++parts[0], part));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        jobs.setRows(id, rows);
        audit.append(AuditEntry.of("import-received", "import", id)
                .with(Map.of("sha256", upload.sha256(), "rows", Integer.toString(rows))));
        return find(id);
    }

    ImportJob find(UUID id) {
        return jobs.find(id).orElseThrow(() -> new RefusedException(new CannotImport.ImportUnknown(id)));
    }
}
