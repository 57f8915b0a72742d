package ma.riaya.acceptance.registry;

import static ma.riaya.acceptance.registry.Dates.DECEMBER;
import static ma.riaya.acceptance.registry.Dates.EXTRACT;
import static ma.riaya.acceptance.registry.Dates.JULY;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.acceptance.registry.Household.Standing;

/** A retired officer, with spouse and children. */
final class RetireeFamily {

    private static final LocalDate LAST_HEARD_BEFORE_JULY = JULY.minusDays(3);

    private final HouseholdBook book;
    private final Chance chance;
    private final Household household;
    private final boolean retiredByDecember;

    RetireeFamily(HouseholdBook book, Household household) {
        this.book = book;
        this.chance = book.chance;
        this.household = household;
        this.retiredByDecember = household.standing() == Standing.ENTITLED_BY_DECEMBER && chance.percent(62);
    }

    void enter() {
        LocalDate retired = retirement();
        int yearsSince = EXTRACT.getYear() - retired.getYear();
        int age = Math.min(chance.between(50, 61), 93 - yearsSince);
        // Retirement falls on the first of the month after a birthday.
        LocalDate birth = retired.minusYears(age).minusDays(chance.between(1, 28));
        Names.Surname surname = book.surname(birth, Sex.M);
        Sex sex = chance.percent(96) ? Sex.M : Sex.F;
        LocalDate enlisted = birth.plusYears(20).plusDays(chance.between(0, 600));
        Person retiree = book.enterOfficer(sex, birth, surname)
                .held(Category.ACTIVE, enlisted, retired, EndReason.RETIRED)
                .receives(pensions(retired));
        LocalDate injured = enlisted.plusDays(chance.between(100, 9_000));
        if (chance.permille(40) && injured.isBefore(retired)) {
            retiree.holds(Category.INJURED_ON_DUTY, injured);
        }
        account(retiree);
        life(retiree, retired);
        if (household.spouses() + household.children() > 0) {
            family(retiree, surname, retired);
        }
    }

    private LocalDate retirement() {
        if (retiredByDecember) {
            return chance.firstOfMonth(JULY.plusMonths(1), DECEMBER);
        }
        if (household.standing() == Standing.ENTITLED_IN_JULY && chance.permille(20)) {
            return JULY;
        }
        if (household.standing() == Standing.DEAD) {
            return chance.firstOfMonth(LocalDate.of(1992, 1, 1), LocalDate.of(2022, 1, 1));
        }
        return JULY.minusMonths(chance.nearerFirst(1, 400));
    }

    private List<Person.PensionPeriod> pensions(LocalDate retired) {
        Pensions pensions = new Pensions(Pensions.RETIREES_CEILING, chance);
        return switch (household.standing()) {
            case ENTITLED_IN_JULY, DEAD, WITHOUT_ACCOUNT, WRONG_RIB -> pensions.underInJuly(retired);
            case ENTITLED_BY_DECEMBER ->
                retiredByDecember ? pensions.newUnder(retired) : pensions.reducedByDecember(retired);
            case ONE_CENT_ABOVE -> pensions.oneCentAbove(retired);
            case ABOVE_THE_CEILING -> pensions.above(retired);
            case NOT_CONCERNED, REMARRIED, WITHOUT_ACCOUNT_BY_DECEMBER ->
                throw new IllegalStateException("no retiree is planned as " + household.standing());
        };
    }

    private void account(Person retiree) {
        switch (household.standing()) {
            case WITHOUT_ACCOUNT -> {
                // Stays without: the campaign gives a voucher instead.
            }
            case WRONG_RIB -> book.wrongAccount(retiree);
            case ABOVE_THE_CEILING -> book.usualAccount(retiree, 95);
            default -> book.validAccount(retiree);
        }
    }

    private void life(Person retiree, LocalDate retired) {
        LocalDate death =
                switch (household.standing()) {
                    case DEAD ->
                        chance.day(Dates.later(retired.plusYears(1), LocalDate.of(2012, 1, 1)), LAST_HEARD_BEFORE_JULY);
                    case ABOVE_THE_CEILING ->
                        household.spouses() == 0 && chance.percent(8) && retired.getYear() < 2022
                                ? chance.day(retired.plusYears(1), EXTRACT.minusDays(20))
                                : null;
                    default -> null;
                };
        if (death == null) {
            retiree.holds(Category.RETIRED, retired);
            return;
        }
        retiree.dies(death, chance.percent(70) ? Dates.nextFirstOfMonth(death) : null);
        if (chance.percent(80)) {
            retiree.held(Category.RETIRED, retired, death, EndReason.DIED);
        } else {
            // The fund has the death, but nobody has closed the category yet.
            retiree.holds(Category.RETIRED, retired);
        }
    }

    private void family(Person retiree, Names.Surname surname, LocalDate retired) {
        LocalDate marriage = chance.day(
                retiree.birth.plusYears(23),
                Dates.earlier(
                        retiree.birth.plusYears(33),
                        retired.minusYears(2 + Kin.YEARS_PER_CHILD * household.children())));
        if (household.spouses() == 0) {
            childrenOfOneParent(retiree, surname, marriage);
            return;
        }
        LocalDate birth = retiree.sex == Sex.M
                ? chance.day(retiree.birth.minusYears(1), marriage.minusYears(18))
                : chance.day(retiree.birth.minusYears(9), retiree.birth.plusYears(1));
        Sex sex = retiree.sex.other();
        Person spouse = book.enter(sex, birth, book.surname(birth, sex)).holds(Category.SPOUSE, marriage);
        book.usualAccount(spouse, 20);
        Person.marry(retiree, spouse, marriage, null);
        Names.Surname fathers = retiree.sex == Sex.M ? surname : new Names.Surname(surname.entry(), spouse.family);
        new Kin(book)
                .children(household.children(), List.of(retiree, spouse), fathers, marriage, EXTRACT.minusDays(20));
    }

    /** The other parent is not in the registry: divorced or dead long before. */
    private void childrenOfOneParent(Person retiree, Names.Surname surname, LocalDate marriage) {
        new Kin(book).children(household.children(), List.of(retiree), surname, marriage, EXTRACT.minusDays(20));
    }
}
