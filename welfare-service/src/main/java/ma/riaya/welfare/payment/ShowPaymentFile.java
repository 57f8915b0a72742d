package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.purpose.Purpose;

/** Shows a released batch's file, and records that it was looked at: no record, no answer. */
@Singleton
class ShowPaymentFile {

    private final BatchBook batches;
    private final PaymentFiles files;
    private final Audit audit;

    ShowPaymentFile(BatchBook batches, PaymentFiles files, Audit audit) {
        this.batches = batches;
        this.files = files;
        this.audit = audit;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Shown(String name, byte[] bytes) {}

    @Transactional
    Shown show(UUID id, Purpose purpose) {
        Batch batch = batches.get(id).orElseThrow(() -> new RefusedException(new CannotPay.BatchUnknown(id)));
        if (batch.state() == BatchState.PREPARED) {
            throw new RefusedException(new CannotPay.NotReleased(batch.number()));
        }
        audit.append(AuditEntry.of("payment-file-read", "payment-batch", id)
                .with(Map.of("number", batch.number()))
                .forPurpose(purpose.name()));
        return new Shown(WritePaymentFile.nameOf(batch), files.read(batch));
    }
}
