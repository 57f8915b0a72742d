package ma.riaya.welfare.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.welfare.beneficiary.Candidate;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.payment.Iban;
import ma.riaya.welfare.programme.CampaignRule;

/**
 * Judges candidates by a programme's rules, as of a day: the same facts give the same list.
 *
 * <p>All that speaks against a person is named, not only the first thing found.
 */
final class Selection {

    private static final String REMARRIED = "REMARRIED";

    private final Map<String, Money> ceilings;
    private final LocalDate asOf;
    private final Map<UUID, Integer> earlierWaves;
    private final Map<UUID, UUID> same;

    /**
     * @param earlierWaves names, for each person selected before in the campaign, the wave that did
     * @param same one id for all those of a person who is known under several
     */
    Selection(List<CampaignRule> rules, LocalDate asOf, Map<UUID, Integer> earlierWaves, Map<UUID, UUID> same) {
        ceilings = rules.stream().collect(Collectors.toMap(CampaignRule::category, CampaignRule::pensionUpTo));
        this.asOf = asOf;
        this.earlierWaves = Map.copyOf(earlierWaves);
        this.same = Map.copyOf(same);
    }

    /** One line for each person: who qualifies by one category is selected, whatever is said of the others. */
    List<Selected> judge(List<Candidate> candidates) {
        Map<UUID, Selected> best = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            UUID person = candidate.person();
            best.merge(
                    same.getOrDefault(person, person),
                    judge(candidate),
                    (one, other) -> other.isBetterThan(one) ? other : one);
        }
        return List.copyOf(best.values());
    }

    private Selected judge(Candidate candidate) {
        List<Reason> against = against(candidate);
        if (!against.isEmpty()) {
            return new Selected(candidate, LineVerdict.NEAR_MISS, against);
        }
        if (candidate.accountProblem() != null) {
            return voucher(candidate, Reason.of(Reason.ACCOUNT_REFUSED, "problem", candidate.accountProblem()));
        }
        if (candidate.iban() == null) {
            return voucher(candidate, Reason.of(Reason.NO_ACCOUNT));
        }
        return Iban.of(candidate.iban()).isEmpty()
                ? voucher(candidate, Reason.of(Reason.ACCOUNT_REFUSED, "problem", "account-not-payable"))
                : new Selected(candidate, LineVerdict.TRANSFER, List.of());
    }

    private static Selected voucher(Candidate candidate, Reason why) {
        return new Selected(candidate, LineVerdict.VOUCHER, List.of(why));
    }

    private List<Reason> against(Candidate candidate) {
        List<Reason> against = new ArrayList<>();
        Integer wave = earlierWaves.get(candidate.person());
        if (wave != null) {
            against.add(Reason.alreadyInWave(wave));
        }
        // The day of the list decides who was entitled; nobody is paid who is known to have died since.
        if (candidate.deathDate() != null) {
            against.add(Reason.of(Reason.DECEASED, "date", candidate.deathDate()));
        } else if (candidate.categoryUntil() != null
                && !candidate.categoryUntil().isAfter(asOf)) {
            String code = REMARRIED.equals(candidate.categoryEndReason()) ? Reason.REMARRIED : Reason.CATEGORY_ENDED;
            against.add(Reason.of(code, "date", candidate.categoryUntil()));
        }
        Money ceiling = Objects.requireNonNull(ceilings.get(candidate.category()), "a category that was asked for");
        if (candidate.pension() == null) {
            against.add(Reason.of(Reason.PENSION_UNKNOWN));
        } else if (candidate.pension().isMoreThan(ceiling)) {
            against.add(Reason.of(Reason.PENSION_ABOVE_CEILING, "ceiling", ceiling));
        }
        return against;
    }
}
