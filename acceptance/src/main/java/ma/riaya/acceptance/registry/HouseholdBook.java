package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The pages of one family: enters its members one after the other under the source's running numbers. */
final class HouseholdBook {

    final Chance chance;
    final Place place;
    final Names names;

    private final String source;
    private final int firstNumber;
    private final int firstSerial;
    private final List<Person> people = new ArrayList<>();

    HouseholdBook(Chance chance, Place place, Names names, String source, int firstNumber, int firstSerial) {
        this.chance = chance;
        this.place = place;
        this.names = names;
        this.source = source;
        this.firstNumber = firstNumber;
        this.firstSerial = firstSerial;
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    /** A family name of the region; people born long ago may be called after their father instead. */
    Names.Surname surname(LocalDate birth, Sex sex) {
        return birth.getYear() < 1952 && chance.percent(6)
                ? names.childOf(names.given(Sex.M, birth.getYear() - 28, chance), sex)
                : names.family(place.affinity(), chance);
    }

    Person enter(Sex sex, LocalDate birth, Names.Surname surname) {
        Names.Written family = surname.spelled(chance);
        // HR writes family names in capitals always, the pension fund mostly.
        boolean capitals = source.equals("HR") || chance.percent(80);
        Person person = new Person(
                reference(source, firstNumber + people.size()),
                sex,
                birth,
                given(sex, birth),
                capitals ? new Names.Written(family.arabic(), Names.capitals(family.latin())) : family,
                place);
        if (isIdentified(birth)) {
            person.identifiedBy(Numbers.cin(place, serialOfNext(), chance));
        }
        people.add(person);
        return person;
    }

    /** Brothers and sisters do not share a name; a second draw or a third finds another. */
    private Names.Written given(Sex sex, LocalDate birth) {
        Names.Written drawn = names.given(sex, birth.getYear(), chance);
        for (int draws = 1; draws < 6 && isTaken(drawn); draws++) {
            drawn = names.given(sex, birth.getYear(), chance);
        }
        return drawn;
    }

    private boolean isTaken(Names.Written name) {
        return people.stream().anyMatch(person -> person.given.arabic().equals(name.arabic()));
    }

    /** Children have no card; many of the very old never had theirs written in the file. */
    private boolean isIdentified(LocalDate birth) {
        return birth.plusYears(18).isBefore(Dates.EXTRACT) && !chance.percent(birth.getYear() < 1940 ? 25 : 2);
    }

    /** As {@link #enter}, with the professional number of someone who serves or has served. */
    Person enterOfficer(Sex sex, LocalDate birth, Names.Surname surname) {
        int serial = serialOfNext();
        return enter(sex, birth, surname).numbered(Numbers.matricule(serial));
    }

    private int serialOfNext() {
        return firstSerial + people.size();
    }

    static String reference(String source, int number) {
        return source + "-%06d".formatted(number);
    }

    /** An account in the usual proportions: most have one, some have none, a few were copied wrongly. */
    void usualAccount(Person person, int percentWithAccount) {
        if (chance.percent(percentWithAccount)) {
            if (chance.percent(3)) {
                wrongAccount(person);
            } else {
                validAccount(person);
            }
        }
    }

    void validAccount(Person person) {
        person.paidInto(Numbers.rib(place, serialOf(person), chance));
    }

    void wrongAccount(Person person) {
        person.paidInto(Numbers.wrong(Numbers.rib(place, serialOf(person), chance), chance));
    }

    private int serialOf(Person person) {
        return firstSerial + people.indexOf(person);
    }
}
