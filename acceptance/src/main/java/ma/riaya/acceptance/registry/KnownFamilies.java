package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import java.util.List;
import ma.riaya.acceptance.bank.Rib;

/** The families of {@link KnownPersons}, the same in every registry: they stand first in the file. */
final class KnownFamilies {

    /** How many people {@link #all} holds. */
    static final int PEOPLE = 8;

    /** How many of them are widows entitled to the Aïd grant in July. */
    static final int WIDOWS_IN_JULY = 2;

    private final Place errachidia;
    private final Place rabat;

    private KnownFamilies(List<Place> places) {
        this.errachidia = place(places, "MA-ERR");
        this.rabat = place(places, "MA-RAB");
    }

    static List<Person> all(List<Place> places) {
        KnownFamilies families = new KnownFamilies(places);
        return List.of(families.fatimaZahra(), families.mina()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Place place(List<Place> places, String province) {
        return places.stream()
                .filter(place -> place.province().equals(province))
                .findFirst()
                .orElseThrow();
    }

    private List<Person> fatimaZahra() {
        Names.Written bouazza = new Names.Written("أوحمو", "OUHAMMOU");
        LocalDate married = LocalDate.of(1989, 8, 17);
        LocalDate bereaved = LocalDate.of(2019, 2, 3);
        Person widow = new Person(
                        KnownPersons.FATIMA_ZAHRA,
                        Sex.F,
                        LocalDate.of(1968, 4, 21),
                        new Names.Written(
                                KnownPersons.FATIMA_ZAHRA_GIVEN_NAME_AR, KnownPersons.FATIMA_ZAHRA_GIVEN_NAME_LATIN),
                        new Names.Written(
                                KnownPersons.FATIMA_ZAHRA_FAMILY_NAME_AR, KnownPersons.FATIMA_ZAHRA_FAMILY_NAME_LATIN),
                        errachidia)
                .identifiedBy("U14233")
                .held(Category.SPOUSE, married, bereaved, EndReason.WIDOWED)
                .holds(Category.WIDOWED_SPOUSE, bereaved)
                .receives(List.of(new Person.PensionPeriod(LocalDate.of(2019, 3, 1), null, 1_850_00)))
                .paidInto(Rib.of("350", "230", "0000000000014233").digits());
        Person husband = new Person(
                        KnownPersons.FATIMA_ZAHRAS_HUSBAND,
                        Sex.M,
                        LocalDate.of(1958, 1, 9),
                        new Names.Written("بوعزة", "Bouazza"),
                        bouazza,
                        errachidia)
                .numbered("14234")
                .identifiedBy("U14234")
                .held(Category.ACTIVE, LocalDate.of(1979, 9, 3), LocalDate.of(2016, 2, 1), EndReason.RETIRED)
                .held(Category.RETIRED, LocalDate.of(2016, 2, 1), bereaved, EndReason.DIED)
                .receives(
                        List.of(new Person.PensionPeriod(LocalDate.of(2016, 2, 1), LocalDate.of(2019, 3, 1), 3_700_00)))
                .dies(bereaved, null);
        Person daughter = new Person(
                        "CMR-000003",
                        Sex.F,
                        LocalDate.of(2004, 11, 2),
                        new Names.Written("إيمان", "Imane"),
                        bouazza,
                        errachidia)
                .identifiedBy("UA14235")
                .held(Category.CHILD, LocalDate.of(2004, 11, 2), bereaved, EndReason.ORPHANED)
                .held(Category.ORPHAN, bereaved, LocalDate.of(2025, 11, 2), EndReason.MAJORITY);
        Person.marry(husband, widow, married, bereaved);
        Person.parentAndChild(husband, daughter);
        Person.parentAndChild(widow, daughter);
        return List.of(widow, husband, daughter);
    }

    private List<Person> mina() {
        Names.Written family = new Names.Written("الزموري", "ZEMMOURI");
        LocalDate married = LocalDate.of(2001, 7, 14);
        LocalDate bereaved = LocalDate.of(2017, 10, 26);
        Person mina = new Person(
                        KnownPersons.MINA,
                        Sex.F,
                        LocalDate.of(1979, 3, 30),
                        new Names.Written("مينة", "Mina"),
                        new Names.Written("الحداد", "EL HADDAD"),
                        rabat)
                .identifiedBy(KnownPersons.MINA_CIN)
                .held(Category.SPOUSE, married, bereaved, EndReason.WIDOWED)
                .holds(Category.WIDOWED_SPOUSE, bereaved)
                .receives(List.of(
                        new Person.PensionPeriod(LocalDate.of(2017, 11, 1), LocalDate.of(2023, 1, 1), 1_790_00),
                        new Person.PensionPeriod(LocalDate.of(2023, 1, 1), null, 1_965_50)))
                .paidInto(Rib.of("230", "810", "0000000000014240").digits());
        Person husband = new Person(
                        KnownPersons.MINAS_HUSBAND,
                        Sex.M,
                        LocalDate.of(1974, 12, 5),
                        new Names.Written("عبد الواحد", "Abdelouahed"),
                        family,
                        rabat)
                .numbered("14241")
                .identifiedBy("A14241")
                .held(Category.ACTIVE, LocalDate.of(1996, 9, 2), bereaved, EndReason.DIED_ON_DUTY)
                .dies(bereaved, null);
        Person daughter = orphan(
                KnownPersons.MINAS_DAUGHTER, Sex.F, LocalDate.of(2006, 5, 19), "سلمى", "Salma", family, bereaved);
        Person son = orphan(KnownPersons.MINAS_SON, Sex.M, LocalDate.of(2012, 9, 8), "أنس", "Anas", family, bereaved);
        Person motherInLaw = new Person(
                        KnownPersons.MINAS_MOTHER_IN_LAW,
                        Sex.F,
                        LocalDate.of(1951, 1, 1),
                        new Names.Written("فاطنة", "Fatna"),
                        new Names.Written("بن هدي", "BENHADDI"),
                        rabat)
                .identifiedBy("X14244")
                .holds(Category.PARENT, LocalDate.of(1996, 9, 2))
                .paidInto(Rib.of("350", "810", "0000000000014244").digits());
        Person.marry(husband, mina, married, bereaved);
        for (Person child : List.of(daughter, son)) {
            Person.parentAndChild(husband, child);
            Person.parentAndChild(mina, child);
        }
        Person.parentAndChild(motherInLaw, husband);
        return List.of(mina, husband, daughter, son, motherInLaw);
    }

    private Person orphan(
            String reference,
            Sex sex,
            LocalDate birth,
            String arabic,
            String latin,
            Names.Written family,
            LocalDate bereaved) {
        return new Person(reference, sex, birth, new Names.Written(arabic, latin), family, rabat)
                .held(Category.CHILD, birth, bereaved, EndReason.ORPHANED)
                .holds(Category.ORPHAN, bereaved);
    }
}
