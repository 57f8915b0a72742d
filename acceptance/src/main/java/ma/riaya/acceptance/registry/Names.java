package ma.riaya.acceptance.registry;

import java.util.List;
import java.util.Locale;

/** Draws names as a generation and a region give them. */
final class Names {

    private final NameList men = NameList.read("given-names-male.txt");
    private final NameList women = NameList.read("given-names-female.txt");
    private final NameList families = NameList.read("family-names.txt");

    /** One written form in both scripts. */
    record Written(String arabic, String latin) {}

    Written given(Sex sex, int birthYear, Chance chance) {
        String era = birthYear < 1955 ? "old" : birthYear < 1970 ? "elder" : birthYear < 1988 ? "adult" : "young";
        NameList.Entry name = (sex == Sex.F ? women : men).draw(chance, era, entry -> ofEra(entry.tag(), birthYear));
        return new Written(Spelling.arabic(name.arabic(), chance), Spelling.latinGiven(name.latin(), chance));
    }

    private static int ofEra(char tag, int birthYear) {
        return switch (tag) {
            case 'o' -> birthYear < 1955 ? 30 : birthYear < 1970 ? 12 : birthYear < 1988 ? 1 : 0;
            case 'y' -> birthYear < 1970 ? 0 : birthYear < 1988 ? 3 : 30;
            default -> 10;
        };
    }

    /** A family name of the region of {@code affinity}, or from anywhere. */
    Surname family(char affinity, Chance chance) {
        NameList.Entry entry = families.draw(
                chance, String.valueOf(affinity), name -> name.tag() == affinity ? 9 : name.tag() == '-' ? 3 : 1);
        return new Surname(
                entry,
                new Written(Spelling.arabic(entry.arabic(), chance), Spelling.latinFamily(entry.latin(), chance)));
    }

    /** Before the civil register reached everyone, a child was known by the father's given name. */
    Surname childOf(Written father, Sex sex) {
        Written usual = sex == Sex.F
                ? new Written("بنت " + father.arabic(), "Bent " + father.latin())
                : new Written("بن " + father.arabic(), "Ben " + father.latin());
        return new Surname(new NameList.Entry(1, '-', List.of(usual.arabic()), List.of(usual.latin())), usual);
    }

    /** A family's name: one usual way to write it, from which a clerk strays now and then. */
    record Surname(NameList.Entry entry, Written usual) {

        Written spelled(Chance chance) {
            return chance.percent(88)
                    ? usual
                    : new Written(Spelling.arabic(entry.arabic(), chance), Spelling.latinFamily(entry.latin(), chance));
        }
    }

    static String capitals(String latin) {
        return latin.toUpperCase(Locale.ROOT);
    }
}
