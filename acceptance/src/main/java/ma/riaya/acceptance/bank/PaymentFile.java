package ma.riaya.acceptance.bank;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a payment file asks for, read as the bank reads it.
 *
 * @param headersAgree whether the number and the sum in its headers are those of its lines
 */
public record PaymentFile(String messageId, List<String> endToEndIds, BigDecimal sum, boolean headersAgree) {

    /** Reads the file; an {@link IOException} says why it is no payment order. */
    public static PaymentFile read(Path file) throws IOException {
        try {
            PaymentOrder order = PaymentOrderReader.read(Files.readAllBytes(file));
            return new PaymentFile(
                    order.messageId(),
                    order.lines().stream().map(PaymentOrder.Line::endToEndId).toList(),
                    order.lines().stream().map(PaymentOrder.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                    order.reasonToRefuse() == null);
        } catch (UnreadableFile e) {
            throw new IOException(file + " is no payment order: " + e.getMessage(), e);
        }
    }
}
