package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Enters the relatives that every kind of family has in the same way. */
final class Kin {

    private static final int MAJORITY = 21;

    /** Years that a marriage needs for each child, so that births keep their distance. */
    static final long YEARS_PER_CHILD = 2;

    private final HouseholdBook book;
    private final Chance chance;

    Kin(HouseholdBook book) {
        this.book = book;
        this.chance = book.chance;
    }

    /** The birth of the {@code index}-th of {@code count} children between a marriage and the end of child-bearing. */
    LocalDate birth(LocalDate marriage, LocalDate end, int index, int count) {
        LocalDate first = marriage.plusDays(280);
        LocalDate last = Dates.earlier(marriage.plusYears(15), end);
        long slot = ChronoUnit.DAYS.between(first, last) / count;
        return first.plusDays(slot * index + chance.between(0, (int) Math.max(0, slot - 330)));
    }

    /** Children of a living officer: of age at 21, and known to the registry as children until then. */
    void children(int count, List<Person> parents, Names.Surname surname, LocalDate marriage, LocalDate end) {
        for (int i = 0; i < count; i++) {
            LocalDate birth = birth(marriage, end, i, count);
            Person child = enterChild(birth, parents, surname);
            LocalDate ofAge = birth.plusYears(MAJORITY);
            if (ofAge.isAfter(Dates.EXTRACT)) {
                child.holds(Category.CHILD, birth);
            } else {
                child.held(Category.CHILD, birth, ofAge, EndReason.MAJORITY);
            }
        }
    }

    /** Children of a dead officer: orphans from that day, where they were not of age already. */
    void orphans(int count, List<Person> parents, Names.Surname surname, LocalDate marriage, LocalDate bereaved) {
        for (int i = 0; i < count; i++) {
            LocalDate birth = birth(marriage, bereaved, i, count);
            Person child = enterChild(birth, parents, surname);
            LocalDate ofAge = birth.plusYears(MAJORITY);
            if (!ofAge.isAfter(bereaved)) {
                child.held(Category.CHILD, birth, ofAge, EndReason.MAJORITY);
                continue;
            }
            child.held(Category.CHILD, birth, bereaved, EndReason.ORPHANED);
            if (ofAge.isAfter(Dates.EXTRACT)) {
                child.holds(Category.ORPHAN, bereaved);
            } else {
                child.held(Category.ORPHAN, bereaved, ofAge, EndReason.MAJORITY);
            }
        }
    }

    private Person enterChild(LocalDate birth, List<Person> parents, Names.Surname surname) {
        Person child = book.enter(chance.percent(50) ? Sex.F : Sex.M, birth, surname);
        parents.forEach(parent -> Person.parentAndChild(parent, child));
        return child;
    }

    /** The mother first, then the father; both dependent on the officer from some day of the service on. */
    void parents(int count, Person officer, Names.Surname surname, LocalDate enlisted, LocalDate latest) {
        for (int i = 0; i < count; i++) {
            Sex sex = i == 0 ? Sex.F : Sex.M;
            LocalDate birth = officer.birth.minusYears(chance.between(19, 36)).minusDays(chance.between(0, 364));
            Person parent = book.enter(sex, birth, sex == Sex.M ? surname : book.surname(birth, sex));
            Person.parentAndChild(parent, officer);
            LocalDate dependent = Dates.earlier(enlisted.plusYears(chance.between(0, 2)), latest);
            if (birth.getYear() < 1935) {
                LocalDate death = chance.day(
                        dependent.plusDays(200), Dates.earlier(birth.plusYears(97), Dates.EXTRACT.minusDays(30)));
                parent.held(Category.PARENT, dependent, death, EndReason.DIED).dies(death, null);
            } else {
                parent.holds(Category.PARENT, dependent);
                book.usualAccount(parent, 30);
            }
        }
    }
}
