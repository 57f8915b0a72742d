package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.welfare.outbox.Delivery;

/** Lays a released batch's file where the bank fetches it: the same name and the same bytes, however often. */
@Singleton
class WritePaymentFile implements Delivery {

    static final String KIND = "payment-file";

    private final BatchBook batches;
    private final PaymentFiles files;
    private final BankFolder folder;
    private final Audit audit;

    WritePaymentFile(BatchBook batches, PaymentFiles files, BankFolder folder, Audit audit) {
        this.batches = batches;
        this.files = files;
        this.folder = folder;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(UUID aggregate) {
        Batch batch = batches.hold(aggregate).orElseThrow();
        folder.lay(nameOf(batch), files.read(batch));
        batches.written(batch.id());
        audit.append(AuditEntry.of("payment-file-written", "payment-batch", batch.id())
                .with(Map.of("number", batch.number())));
    }

    static String nameOf(Batch batch) {
        return batch.number() + ".xml";
    }
}
