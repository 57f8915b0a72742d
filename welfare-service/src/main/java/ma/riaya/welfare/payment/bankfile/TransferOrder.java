package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one file asks of the bank.
 *
 * @param messageId the batch's number, which the bank's answers repeat
 * @param releasedAt the stored instant of release; the file carries no other time, so its bytes never change
 */
public record TransferOrder(String messageId, Instant releasedAt, Debtor debtor, List<Transfer> transfers) {

    public TransferOrder {
        transfers = List.copyOf(transfers);
    }

    BigDecimal total() {
        return transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
