package ma.riaya.welfare.programme;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A programme of aid in one of its versions.
 *
 * @param conditions who may have it, as announced, in English for developers
 * @param wording the same as families and officers read it
 * @param documents what a family is told to bring
 * @param version what a file keeps: the version it was opened under decides it
 * @param onRequest whether a family may ask for it
 * @param amount what it grants; null for aid in kind
 * @param deadlineDays days from submission to decision, 60 at most
 * @param headCeiling what the head of an office grants at most
 * @param needsCommittee whether the committee decides at any amount
 * @param note where the figures come from; a placeholder says so
 * @param campaignRules whom its campaigns select; empty where it has none
 */
public record Programme(
        String code,
        String nameAr,
        String nameFr,
        String provider,
        String kind,
        String evidence,
        String conditions,
        Wording wording,
        List<RequiredDocument> documents,
        int version,
        LocalDate inForceFrom,
        boolean onRequest,
        @Nullable AmountRange amount,
        int deadlineDays,
        boolean oneOpenRequest,
        Money headCeiling,
        boolean needsCommittee,
        String note,
        List<CampaignRule> campaignRules) {

    public Programme {
        documents = List.copyOf(documents);
        campaignRules = List.copyOf(campaignRules);
    }

    /** Who may have it. */
    public record Wording(String conditionsAr, String conditionsFr) {}

    /** What a programme on request grants; each of them grants money, which the database keeps. */
    public AmountRange grants() {
        if (amount == null) {
            throw new IllegalStateException("programme " + code + " grants no money");
        }
        return amount;
    }

    /** Whether the head of an office may grant the amount alone. */
    public boolean isDelegated(Money granted) {
        return !needsCommittee && !granted.isMoreThan(headCeiling);
    }
}
