package ma.riaya.welfare.payment;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.payment.bankfile.BankFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of the bank, with how many of its lines ended how. */
record BankFileView(
        UUID id,
        BankFile.Kind kind,

        @Schema(description = "The bank's own identifier of it.", examples = "BANK-S-2025")
        String messageId,

        @Schema(description = "SHA-256 of its bytes, in hexadecimal.")
        String sha256,

        @Schema(description = "Subject of the account that brought it.")
        String receivedBy,

        Instant receivedAt,
        int lines,
        @Schema(description = "Lines that moved a payment.") int applied,

        @Schema(description = "Lines that said what was known.")
        int already,

        @Schema(description = "Lines that announced something and decided nothing.")
        int noted,

        @Schema(description = "Lines that changed nothing and wait for a person.")
        int exceptions) {

    static BankFileView of(BankFileBook.Stored file) {
        return new BankFileView(
                file.id(),
                file.kind(),
                file.messageId(),
                file.sha256(),
                file.receivedBy(),
                file.receivedAt(),
                file.lines(),
                file.applied(),
                file.already(),
                file.noted(),
                file.exceptions());
    }
}
