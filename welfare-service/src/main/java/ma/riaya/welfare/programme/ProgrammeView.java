package ma.riaya.welfare.programme;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as its reader sees it. */
record ProgrammeView(
        @Schema(examples = "SERIOUS_ILLNESS") String code,

        @Schema(examples = "دعم الأمراض الخطيرة والحالات الاجتماعية")
        String nameAr,

        @Schema(examples = "Soutien en cas de maladie grave ou de difficulté sociale")
        String nameFr,

        @Schema(
                enumeration = {"FOUNDATION", "MUTUAL"},
                examples = "FOUNDATION")
        String provider,

        @Schema(examples = "committee cash") String kind,

        @Schema(
                enumeration = {"found", "plausible"},
                examples = "found")
        String evidence,

        @Schema(
                description = "Who may have it, as announced; in English, for developers.",
                examples = "staff, retirees and entitled relatives")
        String conditions,

        @Schema(
                description = "Who may have it, in Arabic.",
                examples =
                        "الموظفون المزاولون والمتقاعدون وذوو حقوقهم. تحدد اللجنة المختصة المبلغ بين 3000 و30000 درهم.")
        String conditionsAr,

        @Schema(
                description = "Who may have it, in French.",
                examples =
                        "Personnel en activité, retraités et ayants droit. La commission fixe le montant entre 3 000 et 30 000 MAD.")
        String conditionsFr,

        @Schema(description = "What a family is told to bring, in this order.")
        List<RequiredDocument> documents,

        @Schema(examples = "1") int version,
        LocalDate inForceFrom,

        @Schema(description = "Whether a family may ask for it.")
        boolean onRequest,

        @Nullable @Schema(description = "Null for aid in kind; least and most are the same where the amount is fixed.")
        AmountRange amount,

        @Schema(description = "Days from submission to decision, 60 at most.", examples = "30")
        int deadlineDays,

        boolean oneOpenRequest,

        @Schema(description = "What the head of an office grants at most.")
        Money headCeiling,

        @Schema(description = "Whether the committee decides at any amount.")
        boolean needsCommittee,

        @Schema(description = "Where the figures come from; a placeholder says so.")
        String note,

        List<CampaignRule> campaignRules) {

    static ProgrammeView of(Programme programme) {
        return new ProgrammeView(
                programme.code(),
                programme.nameAr(),
                programme.nameFr(),
                programme.provider(),
                programme.kind(),
                programme.evidence(),
                programme.conditions(),
                programme.wording().conditionsAr(),
                programme.wording().conditionsFr(),
                programme.documents(),
                programme.version(),
                programme.inForceFrom(),
                programme.onRequest(),
                programme.amount(),
                programme.deadlineDays(),
                programme.oneOpenRequest(),
                programme.headCeiling(),
                programme.needsCommittee(),
                programme.note(),
                programme.campaignRules());
    }
}
