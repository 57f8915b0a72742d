package ma.riaya.beneficiary.person;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account as changed, and what is doubtful about it. */
record AccountChangeView(
        @Schema(examples = "MA64 •••• •••• 4921") String ibanMasked,

        @Schema(examples = "[\"bank-unknown\"]", description = "Doubts that did not stop the change.")
        List<String> warnings,

        @Schema(description = "Other persons who use the same account, 20 at most.")
        List<UUID> alsoUsedBy) {}
