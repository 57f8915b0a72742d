package ma.riaya.beneficiary.look;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One look at a person. */
@Schema(name = "Look")
record LookView(
        UUID id,
        Instant at,

        @Schema(
                examples = "person-sensitive-read",
                description =
                        "person-sensitive-read, account-read, candidate-read, person-found-by-number, person-exported, looks-read, change-request-read, shared-account-read or correction-read.")
        String kind,

        @Schema(examples = "[\"officer\"]", description = "The roles of whoever looked.")
        List<String> roles,

        @Nullable @Schema(examples = "RAB", description = "Their office; null at headquarters.")
        String office,

        @Nullable @Schema(examples = "khadija", description = "The name of their account; told to auditors alone.")
        String agent,

        @Schema(examples = "[\"cin\", \"pension\"]", description = "What was seen.")
        List<String> fields,

        @Nullable @Schema(examples = "AID_INSTRUCTION") String purpose,

        @Nullable @Schema(examples = "Instruction d’une demande d’aide")
        String purposeTitle,

        @Schema(
                examples =
                        "Un agent social (RAB) a consulté : la pension. Finalité : Instruction d’une demande d’aide.",
                description = "The same in words, in the reader's language.")
        String told) {}
