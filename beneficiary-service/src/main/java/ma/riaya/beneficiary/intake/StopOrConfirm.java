package ma.riaya.beneficiary.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;

/** Stops an import where it stands, or takes in for real what a dry run judged. */
@Singleton
class StopOrConfirm {

    private final ImportJobs jobs;
    private final ImportKeys keys;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Sight sight;

    StopOrConfirm(ImportJobs jobs, ImportKeys keys, Audit audit, CurrentCaller caller, Sight sight) {
        this.jobs = jobs;
        this.keys = keys;
        this.audit = audit;
        this.caller = caller;
        this.sight = sight;
    }

    @Transactional
    ImportJob cancel(UUID id) {
        ImportJob job = locked(id);
        if (!job.state().isOpen()) {
            throw new RefusedException(new CannotImport.ImportEnded(job.state()));
        }
        jobs.cancel(id);
        keys.forget(id);
        audit.append(AuditEntry.of("import-cancelled", "import", id)
                .with(Map.of("rowsDone", Integer.toString(job.rowsDone()))));
        return locked(id);
    }

    @Transactional
    ImportJob confirm(UUID dryRun) {
        ImportJob job = locked(dryRun);
        if (!job.isToConfirm()) {
            throw new RefusedException(new CannotImport.NotToConfirm());
        }
        if (job.rows() > 0 && !jobs.hasParts(dryRun)) {
            throw new RefusedException(new CannotImport.ContentGone());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jobs.insertConfirming(id, dryRun, new ImportJobs.Requester(caller.get().subject(), sight.units()));
        audit.append(AuditEntry.of("import-confirmed", "import", id).with(Map.of("dryRun", dryRun.toString())));
        return locked(id);
    }

    private ImportJob locked(UUID id) {
        return jobs.lock(id)
                .filter(job -> sight.covers(job.sight()))
                .orElseThrow(() -> new RefusedException(new CannotImport.ImportUnknown(id)));
    }
}
