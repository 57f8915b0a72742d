package ma.riaya.welfare.payment;

import static ma.riaya.welfare.SqlForTests.CHECK;
import static ma.riaya.welfare.SqlForTests.DENIED;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.UNIQUE;
import static ma.riaya.welfare.SqlForTests.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.Persona;
import org.junit.jupiter.api.Test;

/** A batch holds what it counts, and leaves with its file and all of it: PostgreSQL refuses all else to the application's own role. */
@QuarkusTest
class BatchDbTest {

    private final String batch = UUID.randomUUID().toString();

    @Test
    void aBatchHoldsThePaymentsThatItCounts() {
        List<UUID> payments = Ordered.payments(2);
        assertRefused(RESTRICT, "that it counts", prepared(1, "5000"));
        assertRefused(RESTRICT, "that it counts", prepared(2, "10000"), batched(payments.getFirst(), 1));
        assertRefused(RESTRICT, "that it counts", prepared(1, "4000"), batched(payments.getFirst(), 1));
        assertRefused(RESTRICT, "that it counts", prepared(1, "5000"), batched(payments.getFirst(), 2));
    }

    @Test
    void noPaymentEntersABatchThatIsPrepared() {
        List<UUID> payments = Ordered.payments(2);
        String waiting = Ordered.prepared(payments.subList(0, 1));
        assertRefused(
                RESTRICT, "moves by its batch", batched(payments.get(1), 2).replace(batch, waiting));
        assertRefused(
                DENIED,
                "payment_batch",
                prepared(1, "5000")
                        .replace("prepared_at)", "prepared_at, prepared_in)")
                        .replace("now())", "now(), '3')"));
    }

    @Test
    void aBatchIsReleasedWithItsFileAndAllItsPayments() {
        String waiting = Ordered.prepared(Ordered.payments(2));
        String release =
                "UPDATE payment_batch SET state = 'RELEASED', released_by = '%s', released_at = now(), content_sha256 = sha256('') WHERE id = '%s'"
                        .formatted(Persona.KARIM.subject(), waiting);
        String send = "UPDATE disbursement SET state = 'SENT', state_since = now() WHERE batch = '" + waiting + "'";

        assertRefused(RESTRICT, "with its file", release, send);
        assertRefused(RESTRICT, "with all its payments", release, content(waiting));
        assertRefused(RESTRICT, "with all its payments", release, content(waiting), send + " AND position = 1");
        assertRefused(RESTRICT, "moves by its batch", send);
    }

    @Test
    void noFileLiesReadyBeforeTheRelease() {
        List<UUID> payments = Ordered.payments(2);
        String waiting = Ordered.prepared(payments.subList(0, 1));
        String released = Ordered.released(payments.subList(1, 2));
        assertRefused(RESTRICT, "release of its batch", content(waiting));
        assertRefused(UNIQUE, "payment_file_pkey", content(released));
        assertRefused(CHECK, "payment_file_not_empty", content(waiting).replace("'\\x01'", "''"));
    }

    private String prepared(int lines, String total) {
        return """
                INSERT INTO payment_batch (id, number, state, lines, total, prepared_by, prepared_at)
                VALUES ('%s', 'PAY-2099-%06d', 'PREPARED', %d, %s, 'x', now())
                """.formatted(batch, Math.floorMod(batch.hashCode(), 1_000_000), lines, total);
    }

    private String batched(UUID payment, int position) {
        return "UPDATE disbursement SET state = 'BATCHED', state_since = now(), batch = '%s', position = %d WHERE id = '%s'"
                .formatted(batch, position, payment);
    }

    private static String content(String batch) {
        return "INSERT INTO payment_file (batch, content) VALUES ('" + batch + "', '\\x01')";
    }
}
