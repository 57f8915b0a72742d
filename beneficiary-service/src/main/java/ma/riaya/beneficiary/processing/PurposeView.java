package ma.riaya.beneficiary.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a purpose in the register of processing. */
@Schema(name = "ProcessingPurpose")
record PurposeView(
        @Schema(examples = "AID_INSTRUCTION") String code,
        @Schema(examples = "1") int version,
        @Schema(examples = "دراسة طلب مساعدة") String titleAr,

        @Schema(examples = "Instruction d’une demande d’aide")
        String titleFr,

        @Nullable @Schema(examples = "A-INS-214/2026", description = "Reference of the authorisation.")
        String authorisation,

        @Schema(description = "False while the reference is the invented one that the installation came with.")
        boolean authorisationConfirmed,

        @Nullable LocalDate authorisedUntil,
        String legalBasis,

        @Schema(examples = "[\"CIN\", \"PENSION\"]") List<String> fields,
        @Schema(examples = "[\"officer\"]") List<String> roles,
        int retentionMonths,
        PurposeVersion.State state,

        @Nullable @Schema(description = "Who prepared it; told to administrators and auditors.")
        String proposedBy,

        Instant proposedAt,
        @Nullable Instant decidedAt,

        @Schema(examples = "[\"approve\", \"refuse\"]", description = "What the reader may do now.")
        List<String> actions) {

    static PurposeView of(PurposeVersion row, Caller reader) {
        return new PurposeView(
                row.code(),
                row.version(),
                row.titleAr(),
                row.titleFr(),
                row.authorisation(),
                row.authorisationConfirmed(),
                row.authorisedUntil(),
                row.legalBasis(),
                row.fields(),
                row.roles(),
                row.retentionMonths(),
                row.state(),
                reader.hasAny(Roles.ADMIN, Roles.AUDITOR) ? row.proposedBy() : null,
                row.proposedAt().toInstant(),
                row.decidedAt() == null ? null : row.decidedAt().toInstant(),
                actions(row, reader));
    }

    private static List<String> actions(PurposeVersion row, Caller reader) {
        List<String> actions = new ArrayList<>();
        if (row.state() == PurposeVersion.State.PROPOSED
                && reader.hasAny(Roles.ADMIN, Roles.COMMITTEE)
                && !reader.subject().equals(row.proposedBy())) {
            actions.add("approve");
            actions.add("refuse");
        }
        if (row.state() == PurposeVersion.State.IN_FORCE && reader.has(Roles.ADMIN)) {
            actions.add("propose-change");
        }
        return actions;
    }
}
