package ma.riaya.acceptance.registry;

import static ma.riaya.acceptance.registry.Dates.DECEMBER;
import static ma.riaya.acceptance.registry.Dates.EXTRACT;
import static ma.riaya.acceptance.registry.Dates.JULY;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.acceptance.registry.Household.Head;
import ma.riaya.acceptance.registry.Household.Standing;
import org.jspecify.annotations.Nullable;

/** A dead officer, the widow or widower left behind, and their children. */
final class WidowFamily {

    private static final LocalDate LAST_HEARD_BEFORE_JULY = JULY.minusDays(3);

    private final HouseholdBook book;
    private final Chance chance;
    private final Household household;
    private final LocalDate bereaved;
    private final LocalDate marriage;

    WidowFamily(HouseholdBook book, Household household) {
        this.book = book;
        this.chance = book.chance;
        this.household = household;
        this.bereaved = bereavement();
        this.marriage = bereaved.minusYears(yearsMarried()).minusDays(chance.between(20, 300));
    }

    void enter() {
        Sex sex = household.head() == Head.WIDOW ? Sex.F : Sex.M;
        LocalDate wife =
                marriage.minusYears(chance.between(sex == Sex.F ? 18 : 22, 28)).minusDays(chance.between(0, 300));
        LocalDate husband = Dates.earlier(wife.minusYears(chance.between(0, 13)), marriage.minusYears(23));
        LocalDate ownBirth = sex == Sex.F ? wife : husband;
        Names.Surname surname = book.surname(husband, Sex.M);
        Person survivor = book.enter(sex, ownBirth, sex == Sex.F ? book.surname(wife, Sex.F) : surname)
                .held(Category.SPOUSE, marriage, bereaved, EndReason.WIDOWED)
                .receives(pensions());
        afterwards(survivor);
        account(survivor);
        LocalDate deadBirth = sex == Sex.F ? husband : wife;
        Names.Surname deadName = sex == Sex.F ? surname : book.surname(wife, Sex.F);
        Person dead = book.enterOfficer(sex.other(), deadBirth, deadName);
        service(dead);
        Person.marry(dead, survivor, marriage, bereaved);
        Kin kin = new Kin(book);
        kin.orphans(household.children(), List.of(dead, survivor), surname, marriage, bereaved);
        kin.parents(household.parents(), dead, deadName, deadBirth.plusYears(22), bereaved);
    }

    private boolean isNewInDecember() {
        return household.standing() == Standing.WITHOUT_ACCOUNT_BY_DECEMBER
                || (household.standing() == Standing.ENTITLED_BY_DECEMBER && bereaved.isAfter(JULY));
    }

    private LocalDate bereavement() {
        boolean recent =
                switch (household.standing()) {
                    case WITHOUT_ACCOUNT_BY_DECEMBER -> true;
                    case ENTITLED_BY_DECEMBER -> chance.percent(66);
                    default -> false;
                };
        if (recent) {
            return chance.day(JULY.plusDays(1), DECEMBER.minusDays(8));
        }
        return switch (household.standing()) {
            case REMARRIED -> chance.day(LocalDate.of(1998, 1, 1), LocalDate.of(2023, 6, 30));
            case DEAD -> chance.day(LocalDate.of(1992, 1, 1), LocalDate.of(2020, 12, 31));
            default ->
                // Some became widows so late in June that the pension began on the very day of the first wave.
                chance.permille(15)
                        ? chance.day(JULY.minusDays(28), JULY.minusDays(2))
                        : JULY.minusDays(chance.nearerFirst(45, 12_000));
        };
    }

    private int yearsMarried() {
        int least = 2 + (int) Kin.YEARS_PER_CHILD * household.children();
        int oldest = 94 - 28 - (EXTRACT.getYear() - bereaved.getYear());
        int most = household.standing() == Standing.REMARRIED ? 12 : Math.min(44, oldest);
        return chance.between(least, most);
    }

    private List<Person.PensionPeriod> pensions() {
        Pensions pensions = new Pensions(Pensions.WIDOWS_CEILING, chance);
        LocalDate from = Dates.nextFirstOfMonth(bereaved);
        if (isNewInDecember()) {
            return pensions.newUnder(from);
        }
        return switch (household.standing()) {
            case ENTITLED_IN_JULY, DEAD, REMARRIED, WITHOUT_ACCOUNT, WRONG_RIB -> pensions.underInJuly(from);
            case ENTITLED_BY_DECEMBER -> pensions.reducedByDecember(from);
            case ONE_CENT_ABOVE -> pensions.oneCentAbove(from);
            case ABOVE_THE_CEILING -> pensions.above(from);
            case NOT_CONCERNED, WITHOUT_ACCOUNT_BY_DECEMBER ->
                throw new IllegalStateException("no widow is planned as " + household.standing());
        };
    }

    private void account(Person survivor) {
        switch (household.standing()) {
            case WITHOUT_ACCOUNT, WITHOUT_ACCOUNT_BY_DECEMBER -> {
                // Stays without: the campaign gives a voucher instead.
            }
            case WRONG_RIB -> book.wrongAccount(survivor);
            case ABOVE_THE_CEILING -> book.usualAccount(survivor, 93);
            default -> book.validAccount(survivor);
        }
    }

    /** What became of the widow: most are widows still, some remarried, some died. */
    private void afterwards(Person survivor) {
        LocalDate remarried = remarriage();
        if (remarried != null) {
            survivor.held(Category.WIDOWED_SPOUSE, bereaved, remarried, EndReason.REMARRIED);
            return;
        }
        LocalDate death = death();
        if (death == null) {
            survivor.holds(Category.WIDOWED_SPOUSE, bereaved);
            return;
        }
        survivor.dies(death, chance.percent(70) ? Dates.nextFirstOfMonth(death) : null);
        if (chance.percent(80)) {
            survivor.held(Category.WIDOWED_SPOUSE, bereaved, death, EndReason.DIED);
        } else {
            // The fund has the death, but nobody has closed the category yet.
            survivor.holds(Category.WIDOWED_SPOUSE, bereaved);
        }
    }

    private @Nullable LocalDate remarriage() {
        LocalDate earliest = bereaved.plusYears(1);
        return switch (household.standing()) {
            case REMARRIED ->
                chance.percent(4)
                        ? JULY
                        : chance.day(earliest, Dates.earlier(bereaved.plusYears(12), JULY.minusDays(1)));
            case ENTITLED_IN_JULY ->
                chance.permille(8) && bereaved.getYear() > 2010 && earliest.isBefore(JULY)
                        ? chance.day(JULY.plusDays(1), DECEMBER.minusDays(1))
                        : null;
            case ABOVE_THE_CEILING ->
                chance.permille(25) && earliest.isBefore(EXTRACT.minusYears(1))
                        ? chance.day(earliest, EXTRACT.minusDays(30))
                        : null;
            default -> null;
        };
    }

    private @Nullable LocalDate death() {
        return switch (household.standing()) {
            case DEAD ->
                chance.day(Dates.later(bereaved.plusYears(1), LocalDate.of(2012, 1, 1)), LAST_HEARD_BEFORE_JULY);
            case ABOVE_THE_CEILING ->
                chance.permille(60) && bereaved.getYear() < 2022
                        ? chance.day(bereaved.plusYears(1), EXTRACT.minusDays(20))
                        : null;
            default -> null;
        };
    }

    private void service(Person dead) {
        LocalDate enlisted = dead.birth.plusYears(20).plusDays(chance.between(0, 600));
        LocalDate retired = Dates.nextFirstOfMonth(dead.birth.plusYears(chance.between(52, 60)));
        if (retired.isBefore(bereaved)) {
            dead.held(Category.ACTIVE, enlisted, retired, EndReason.RETIRED)
                    .held(Category.RETIRED, retired, bereaved, EndReason.DIED);
            if (bereaved.getYear() >= 2010) {
                // Who lived in July must not have been entitled himself: the count of retirees is exact.
                int least = bereaved.isAfter(JULY) ? 2_600 : 1_400;
                long monthly = chance.between(least, 7_800) * 100L + chance.below(100);
                dead.receives(List.of(new Person.PensionPeriod(retired, Dates.nextFirstOfMonth(bereaved), monthly)));
            }
        } else {
            dead.held(
                    Category.ACTIVE, enlisted, bereaved, chance.percent(12) ? EndReason.DIED_ON_DUTY : EndReason.DIED);
        }
        dead.dies(bereaved, null);
        book.usualAccount(dead, 25);
    }
}
