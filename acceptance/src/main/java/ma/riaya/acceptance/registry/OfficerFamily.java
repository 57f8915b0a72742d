package ma.riaya.acceptance.registry;

import static ma.riaya.acceptance.registry.Dates.EXTRACT;

import java.time.LocalDate;
import java.util.List;

/** An officer in service, with spouse, children and parents. */
final class OfficerFamily {

    private final HouseholdBook book;
    private final Chance chance;
    private final Household household;

    OfficerFamily(HouseholdBook book, Household household) {
        this.book = book;
        this.chance = book.chance;
        this.household = household;
    }

    void enter() {
        int youngest = 22 + (household.spouses() == 0 ? 0 : 3 + (int) Kin.YEARS_PER_CHILD * household.children());
        LocalDate birth = EXTRACT.minusYears(chance.between(youngest, 57)).minusDays(chance.between(30, 360));
        Sex sex = chance.percent(90) ? Sex.M : Sex.F;
        Names.Surname surname = book.surname(birth, sex);
        LocalDate enlisted = birth.plusYears(20).plusDays(chance.between(0, 600));
        Person officer = book.enterOfficer(sex, birth, surname).holds(Category.ACTIVE, enlisted);
        book.usualAccount(officer, 96);
        LocalDate injured = enlisted.plusDays(chance.between(100, 6_000));
        if (chance.permille(25) && injured.isBefore(EXTRACT)) {
            officer.holds(Category.INJURED_ON_DUTY, injured);
        }
        if (household.spouses() > 0) {
            marry(officer, surname);
        }
        new Kin(book).parents(household.parents(), officer, surname, enlisted, EXTRACT.minusDays(60));
    }

    private void marry(Person officer, Names.Surname surname) {
        LocalDate latest = EXTRACT.minusYears(1 + Kin.YEARS_PER_CHILD * household.children());
        LocalDate marriage =
                chance.day(officer.birth.plusYears(23), Dates.earlier(latest, officer.birth.plusYears(36)));
        LocalDate spousesBirth = officer.sex == Sex.M
                ? chance.day(
                        officer.birth.minusYears(1),
                        Dates.earlier(officer.birth.plusYears(10), marriage.minusYears(18)))
                : chance.day(officer.birth.minusYears(10), officer.birth.plusYears(1));
        Sex sex = officer.sex.other();
        Person spouse = book.enter(sex, spousesBirth, book.surname(spousesBirth, sex));
        book.usualAccount(spouse, 25);
        LocalDate divorce = marriage.plusDays(chance.between(700, 5_000));
        boolean divorced = household.children() == 0 && chance.percent(9) && divorce.isBefore(EXTRACT);
        if (divorced) {
            spouse.held(Category.SPOUSE, marriage, divorce, EndReason.DIVORCED);
        } else {
            spouse.holds(Category.SPOUSE, marriage);
        }
        Person.marry(officer, spouse, marriage, divorced ? divorce : null);
        Names.Surname fathers = officer.sex == Sex.M ? surname : new Names.Surname(surname.entry(), spouse.family);
        new Kin(book)
                .children(household.children(), List.of(officer, spouse), fathers, marriage, EXTRACT.minusDays(20));
    }
}
