package ma.riaya.acceptance.registry;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demonstration's registry: invented people, made family by family and written as they come. */
public final class Registry {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "matricule",
            "cin",
            "family_name_ar",
            "given_name_ar",
            "family_name_latin",
            "given_name_latin",
            "sex",
            "birth_date",
            "death_date",
            "province",
            "office",
            "categories",
            "pensions",
            "rib",
            "links");

    private final RegistrySpec spec;
    private final List<Place> places = Place.all();
    private final int[] placeWeights = places.stream().mapToInt(Place::weight).toArray();
    private final Names names = new Names();
    private int lastOfPensionFund;
    private int lastOfHr;
    private int people;

    private Registry(RegistrySpec spec) {
        this.spec = spec;
    }

    /** Writes the registry of {@code spec} into {@code file} as UTF-8; the same spec gives the same bytes. */
    public static void write(RegistrySpec spec, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(spec, writer);
        }
    }

    /** Writes the registry of {@code spec} family by family; the writer stays open. */
    public static void write(RegistrySpec spec, Writer writer) throws IOException {
        // CsvWriter would close the writer with itself; flushing is enough here.
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(COLUMNS);
        new Registry(spec).writeFamilies(csv);
        csv.flush();
    }

    private void writeFamilies(CsvWriter csv) {
        List<Person> known = KnownFamilies.all(places);
        known.forEach(person -> csv.writeRecord(person.row()));
        lastOfPensionFund = known.size();
        people = known.size();
        List<Household> plan = Plan.of(spec);
        for (int i = 0; i < plan.size(); i++) {
            family(plan.get(i), Chance.stream(spec.seed(), i)).forEach(person -> csv.writeRecord(person.row()));
        }
    }

    private List<Person> family(Household household, Chance chance) {
        Place place = places.get(chance.weighted(placeWeights));
        HouseholdBook book = household.isInService()
                ? new HouseholdBook(chance, place, names, "HR", lastOfHr + 1, people + 1)
                : new HouseholdBook(chance, place, names, "CMR", lastOfPensionFund + 1, people + 1);
        switch (household.head()) {
            case OFFICER -> new OfficerFamily(book, household).enter();
            case RETIREE -> new RetireeFamily(book, household).enter();
            case WIDOW, WIDOWER -> new WidowFamily(book, household).enter();
        }
        List<Person> family = book.people();
        if (family.size() != household.size()) {
            throw new IllegalStateException(
                    "a family of " + household.size() + " was planned and " + family.size() + " were entered");
        }
        people += family.size();
        if (household.isInService()) {
            lastOfHr += family.size();
        } else {
            lastOfPensionFund += family.size();
        }
        return family;
    }
}
