package ma.riaya.welfare.beneficiary;

import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of one person and one category on the day asked for: facts, no verdict.
 *
 * @param categoryUntil the first day on which the category was held no more, where that is by the day asked for
 * @param categoryEndReason such as {@code REMARRIED}
 * @param deathDate where the person had died by the day asked for
 * @param pension the pension of the day, or the last before it; null where none is known
 * @param iban null where there is no account to pay to
 * @param accountProblem why the account announced last was refused, such as {@code rib-key-wrong}
 */
public record Candidate(
        UUID person,
        String reference,
        String nameAr,
        String nameLatin,
        @Nullable String office,
        String category,
        LocalDate categoryFrom,
        @Nullable LocalDate categoryUntil,
        @Nullable String categoryEndReason,
        @Nullable LocalDate deathDate,
        @Nullable Money pension,
        @Nullable String iban,
        @Nullable String accountProblem) {

    /** Names no pension and no account where it might be written by the way. */
    @Override
    public String toString() {
        return "Candidate[" + person + "]";
    }
}
