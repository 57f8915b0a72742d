package ma.riaya.beneficiary.changerequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One request for a change as a reader may see it. */
@Schema(name = "ChangeRequest", description = "A change of identity or money that another person has to approve.")
record ChangeRequestView(
        UUID id,
        UUID personId,
        @Schema(examples = "CMR-000123") String personReference,
        ChangeKind kind,
        ChangeState state,

        @Schema(description = "What stood when it was asked.")
        SortedMap<String, String> before,

        @Schema(description = "What stands now.") SortedMap<String, String> now,
        @Schema(description = "What is asked.") SortedMap<String, String> asked,

        @Schema(
                examples = "[]",
                description =
                        "Of an open request, the fields that somebody changed since it was asked: it cannot be approved, and its proposer may renew it.")
        List<String> conflict,

        @Nullable
        @Schema(examples = "شهادة بنكية 12/2026", description = "Of a category, shown where a purpose is stated.")
        String evidence,

        @Nullable
        @Schema(examples = "أغلقت الحساب القديم", description = "Of a category, shown where a purpose is stated.")
        String reason,

        @Schema(description = "ENTRY where a person asks, else the source whose file announced it.")
        Source source,

        @Schema(description = "Subject of the account of who asks.")
        String proposedBy,

        @Nullable @Schema(examples = "ERR") String proposedFrom,
        Instant proposedAt,

        @Nullable @Schema(description = "Subject of the account of who decided.")
        String decidedBy,

        @Nullable Instant decidedAt,
        @Nullable @Schema(examples = "الشهادة غير مختومة") String decisionReason,

        @Nullable
        @Schema(
                examples = "2026-12-01",
                description = "Of an approved account, the first day on which it may be paid to.")
        LocalDate payableFrom,

        @Nullable @Schema(description = "The overtaken request that this one asks anew.")
        UUID renews,

        @Nullable @Schema(description = "The request that asks this one anew.")
        UUID renewedBy,

        @Schema(description = "What happened, also to the requests that this one renews, the latest first.")
        List<Move> history,

        @Schema(examples = "[\"bank-unknown\"]", description = "What is doubtful about what is asked.")
        List<String> warnings,

        @Schema(examples = "[\"account\"]", description = "The fields that are masked for want of a purpose or a role.")
        List<String> masked,

        @Schema(examples = "[\"approve\", \"refuse\"]", description = "What the reader may do now.")
        List<String> actions) {

    @Schema(name = "ChangeRequestMove")
    record Move(UUID request, ChangeState state, String by, Instant at) {}

    /** One of a list: what is asked stands in the request itself. */
    @Schema(name = "ChangeRequestItem")
    record Item(
            UUID id,
            UUID personId,
            @Schema(examples = "CMR-000123") String personReference,
            @Nullable @Schema(examples = "ERR") String personOffice,
            ChangeKind kind,
            ChangeState state,
            Source source,
            String proposedBy,
            @Nullable String proposedFrom,
            Instant proposedAt,
            @Nullable Instant decidedAt,
            @Nullable LocalDate payableFrom) {}
}
