package ma.riaya.welfare.payment;

import java.io.IOException;
import java.util.List;
import ma.riaya.welfare.StateDiagram;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

    @Test
    void ofADisbursement() throws IOException {
        StateDiagram.assertCurrent("disbursement.md", List.of(DisbursementState.values()), DisbursementState::next);
    }

    @Test
    void ofAPaymentBatch() throws IOException {
        StateDiagram.assertCurrent("payment-batch.md", List.of(BatchState.values()), BatchState::next);
    }
}
