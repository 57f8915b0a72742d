package ma.riaya.welfare.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.welfare.beneficiary.Candidate;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.programme.CampaignRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The verdict on each candidate, at the edges of every rule. */
class SelectionTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final UUID PERSON = UUID.randomUUID();
    private static final String IBAN = "MA64001810007800020110620318";
    private static final Candidate WIDOW = new Candidate(
            PERSON,
            "CMR-1",
            "فاطمة",
            "Fatima",
            "ERR",
            "WIDOWED_SPOUSE",
            LocalDate.of(2019, 2, 3),
            null,
            null,
            null,
            Money.of("1500.00"),
            IBAN,
            null);

    @Test
    void aPensionAtTheCeilingIsEntitledAndACentimeMoreIsNot() {
        assertThat(judge(pension("2000.00")))
                .isEqualTo(new Selected(pension("2000.00"), LineVerdict.TRANSFER, List.of()));
        Selected above = judge(pension("2000.01"));
        assertThat(above.verdict()).isEqualTo(LineVerdict.NEAR_MISS);
        assertThat(above.reasons()).containsExactly(Reason.of("pension-above-ceiling", "ceiling", "2000.00"));
        assertThat(judge(pension(null)).reasons()).containsExactly(Reason.of("pension-unknown"));
    }

    @Test
    void theCeilingIsThatOfTheCategory() {
        Candidate retiree = with(WIDOW, "RETIRED", Money.of("2500.00"));

        assertThat(judge(retiree).verdict()).isEqualTo(LineVerdict.TRANSFER);
        assertThat(judge(with(WIDOW, "RETIRED", Money.of("2500.01"))).verdict()).isEqualTo(LineVerdict.NEAR_MISS);
    }

    @Test
    void aCategoryEndsOnTheDayOfItsEnd() {
        assertThat(judge(until(DAY, "REMARRIED")).reasons()).containsExactly(Reason.of("remarried", "date", DAY));
        assertThat(judge(until(DAY.plusDays(1), "REMARRIED")).verdict()).isEqualTo(LineVerdict.TRANSFER);
        assertThat(judge(until(DAY, null)).reasons()).containsExactly(Reason.of("category-ended", "date", DAY));
    }

    @Test
    void whoDiedIsSaidToHaveDiedAndNotThatTheCategoryEnded() {
        Candidate dead = new Candidate(
                PERSON,
                "CMR-1",
                "فاطمة",
                "Fatima",
                "ERR",
                "WIDOWED_SPOUSE",
                LocalDate.of(2019, 2, 3),
                DAY,
                "DIED",
                DAY,
                Money.of("1500.00"),
                IBAN,
                null);

        assertThat(judge(dead).reasons()).containsExactly(Reason.of("deceased", "date", DAY));
    }

    /** A list may be made later, as of a day on which the person lived. */
    @Test
    void whoDiedSinceTheDayOfTheListIsNotPaid() {
        Candidate since = new Candidate(
                PERSON,
                "CMR-1",
                "فاطمة",
                "Fatima",
                "ERR",
                "WIDOWED_SPOUSE",
                LocalDate.of(2019, 2, 3),
                DAY.plusDays(40),
                "DIED",
                DAY.plusDays(40),
                Money.of("1500.00"),
                IBAN,
                null);

        assertThat(judge(since).reasons()).containsExactly(Reason.of("deceased", "date", DAY.plusDays(40)));
    }

    @Test
    void withoutAnAccountThatCanBePaidToThereIsAVoucher() {
        assertThat(judge(account(null, null))).isEqualTo(voucher(account(null, null), Reason.of("no-account")));
        assertThat(judge(account(null, "rib-key-wrong")).reasons())
                .containsExactly(Reason.of("account-refused", "problem", "rib-key-wrong"));
        assertThat(judge(account(null, "account-cooling-off"))).satisfies(resting -> {
            assertThat(resting.verdict()).isEqualTo(LineVerdict.VOUCHER);
            assertThat(resting.reasons())
                    .containsExactly(Reason.of("account-refused", "problem", "account-cooling-off"));
        });
        assertThat(judge(account("FR7630006000011234567890189", null)).reasons())
                .containsExactly(Reason.of("account-refused", "problem", "account-not-payable"));
        assertThat(judge(account("MA64001810007800020110620319", null)).verdict())
                .isEqualTo(LineVerdict.VOUCHER);
    }

    @Test
    void allThatSpeaksAgainstAPersonIsNamed() {
        Candidate many = new Candidate(
                PERSON,
                "CMR-1",
                "فاطمة",
                "Fatima",
                "ERR",
                "WIDOWED_SPOUSE",
                LocalDate.of(2019, 2, 3),
                DAY,
                "REMARRIED",
                null,
                Money.of("2100.00"),
                null,
                null);

        Selected line = new Selection(rules(), DAY, Map.of(PERSON, 1), Map.of())
                .judge(List.of(many))
                .getFirst();

        assertThat(line.reasons())
                .extracting(Reason::code)
                .containsExactly("already-in-wave-1", "remarried", "pension-above-ceiling");
        assertThat(line.reasons()).extracting(Reason::textKey).contains("campaign-reason-already-in-wave");
    }

    @Test
    void whoQualifiesByOneCategoryIsSelectedOnce() {
        Candidate widowAbove = pension("2100.00");
        Candidate retiree = with(WIDOW, "RETIRED", Money.of("2100.00"));

        for (List<Candidate> order : List.of(List.of(widowAbove, retiree), List.of(retiree, widowAbove))) {
            List<Selected> lines = new Selection(rules(), DAY, Map.of(), Map.of()).judge(order);
            assertThat(lines).containsExactly(new Selected(retiree, LineVerdict.TRANSFER, List.of()));
        }
    }

    private static Selected judge(Candidate candidate) {
        return new Selection(rules(), DAY, Map.of(), Map.of())
                .judge(List.of(candidate))
                .getFirst();
    }

    private static Selected voucher(Candidate candidate, Reason why) {
        return new Selected(candidate, LineVerdict.VOUCHER, List.of(why));
    }

    private static List<CampaignRule> rules() {
        return List.of(
                new CampaignRule("WIDOWED_SPOUSE", Money.of("2000.00")),
                new CampaignRule("RETIRED", Money.of("2500.00")));
    }

    private static Candidate pension(@Nullable String pension) {
        return with(WIDOW, "WIDOWED_SPOUSE", pension == null ? null : Money.of(pension));
    }

    private static Candidate with(Candidate who, String category, @Nullable Money pension) {
        return new Candidate(
                who.person(),
                who.reference(),
                who.nameAr(),
                who.nameLatin(),
                who.office(),
                category,
                who.categoryFrom(),
                null,
                null,
                null,
                pension,
                who.iban(),
                null);
    }

    private static Candidate until(LocalDate date, @Nullable String why) {
        return new Candidate(
                PERSON,
                "CMR-1",
                "فاطمة",
                "Fatima",
                "ERR",
                "WIDOWED_SPOUSE",
                WIDOW.categoryFrom(),
                date,
                why,
                null,
                Money.of("1500.00"),
                IBAN,
                null);
    }

    private static Candidate account(@Nullable String iban, @Nullable String problem) {
        return new Candidate(
                PERSON,
                "CMR-1",
                "فاطمة",
                "Fatima",
                "ERR",
                "WIDOWED_SPOUSE",
                WIDOW.categoryFrom(),
                null,
                null,
                null,
                Money.of("1500.00"),
                iban,
                problem);
    }
}
