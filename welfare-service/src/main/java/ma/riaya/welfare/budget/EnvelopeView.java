package ma.riaya.welfare.budget;

import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An envelope as its reader sees it. */
record EnvelopeView(
        UUID id,
        @Schema(examples = "SERIOUS_ILLNESS") String programme,
        @Schema(examples = "ERR") String office,
        @Schema(examples = "2026") int year,
        @Schema(description = "All that may be spent.") Money allotted,

        @Schema(description = "Approved and not yet ordered.")
        Money reserved,

        @Schema(description = "Ordered and not yet confirmed.")
        Money committed,

        @Schema(description = "Confirmed by the bank.") Money paid,
        @Schema(description = "What is left.") Money available,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    static EnvelopeView of(Envelope envelope, Caller reader) {
        return new EnvelopeView(
                envelope.id(),
                envelope.programme(),
                envelope.office(),
                envelope.year(),
                envelope.allotted(),
                envelope.reserved(),
                envelope.committed(),
                envelope.paid(),
                envelope.available(),
                reader.has(Roles.ADMIN) ? List.of("amend") : List.of());
    }
}
