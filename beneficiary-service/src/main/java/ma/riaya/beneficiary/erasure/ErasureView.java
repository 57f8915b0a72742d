package ma.riaya.beneficiary.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dry run over those whose retention has passed, and what became of them. */
@Schema(name = "Erasure")
record ErasureView(
        UUID id,
        Erasures.State state,

        @Schema(description = "The day by which the retention has passed.")
        LocalDate asOf,

        Instant judgedAt,
        @Nullable Instant confirmedAt,

        @Schema(examples = "12", description = "Persons that wait to be erased.")
        int toErase,

        @Schema(examples = "1", description = "Persons whose retention has passed and whom a legal hold keeps.")
        int held,

        @Schema(examples = "0") int erased,

        @Schema(examples = "0", description = "Persons whom a hold or a new right kept at the last moment.")
        int kept,

        @Schema(examples = "[\"confirm\", \"drop\"]", description = "What the reader may do now.")
        List<String> actions) {

    static ErasureView of(Erasures.Erasure erasure, Caller reader) {
        List<String> actions = new ArrayList<>();
        if (erasure.state() == Erasures.State.JUDGED && reader.has(Roles.REGISTRY_MANAGER)) {
            if (!erasure.judgedBy().equals(reader.subject())) {
                actions.add("confirm");
            }
            actions.add("drop");
        }
        return new ErasureView(
                erasure.id(),
                erasure.state(),
                erasure.asOf(),
                erasure.judgedAt().toInstant(),
                erasure.confirmedAt() == null ? null : erasure.confirmedAt().toInstant(),
                erasure.toErase(),
                erasure.held(),
                erasure.erased(),
                erasure.kept(),
                actions);
    }

    /** One person of it. */
    @Schema(name = "ErasurePerson")
    record LineView(
            UUID personId,

            @Schema(description = "The day on which the retention passed.")
            LocalDate keptUntil,

            Erasures.Outcome outcome) {}
}
