package ma.riaya.beneficiary.candidate;

import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The facts of one person and one category on the day asked for; the verdict is the asker's. */
@Schema(name = "Candidate")
record CandidateView(
        UUID personId,
        @Schema(examples = "CMR-000123") String reference,
        @Schema(examples = "فاطمة الزهراء آيت بن حدو") String nameAr,
        @Schema(examples = "Fatima Zahra AIT BENHADDOU") String nameLatin,
        @Nullable @Schema(examples = "ERR") String office,
        Category category,
        @Schema(examples = "2019-02-03") LocalDate categoryFrom,

        @Nullable
        @Schema(
                examples = "2024-05-01",
                description = "The first day on which it was held no more, where that is by the day asked for.")
        LocalDate categoryUntil,

        @Nullable @Schema(examples = "REMARRIED") String categoryEndReason,

        @Nullable
        @Schema(
                examples = "2025-03-11",
                description = "Where the person is known to have died, after the day asked for too.")
        LocalDate deathDate,

        @Nullable @Schema(description = "The pension of the day, or the last before it; null where none is known.")
        Money pension,

        @Nullable Account account,

        @Nullable
        @Schema(
                examples = "rib-key-wrong",
                description =
                        "Why the account announced last was refused; account-awaits-approval or account-cooling-off for one that cannot be paid to yet; payee-missing for a minor whom nobody is paid for.")
        String accountProblem) {

    @Schema(name = "CandidateAccount")
    record Account(
            @Schema(examples = "MA64011519000001205000534921")
            String iban,

            @Schema(examples = "Fatima Zahra AIT BENHADDOU") String holder,

            @Schema(
                    description =
                            "Whose account it is: the person, or who was paid in their place on the day asked for.")
            UUID payeeId) {}
}
