package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.beneficiary.name.CompareNames;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.name.NameMatch;
import ma.riaya.beneficiary.name.PersonName;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Compares whom someone is about to enter with those of one birth date, of one year and the same consonants, or of one number.
 *
 * <p>Two statements for all of them, however many they are; the names are compared here.
 */
@Singleton
class CompareWithRegistry implements PossibleDoubles {

    private final Jdbi jdbi;
    private final NameIndex names;

    CompareWithRegistry(Jdbi jdbi, NameIndex names) {
        this.jdbi = jdbi;
        this.names = names;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Met(
            int place,
            UUID id,
            String reference,
            String familyNameAr,
            String givenNameAr,
            String familyNameLatin,
            String givenNameLatin,
            Sex sex,
            LocalDate birthDate,
            @Nullable String matricule,
            byte @Nullable [] cinIndex,
            @Nullable String office) {

        PersonName name() {
            return new PersonName(familyNameAr, givenNameAr, familyNameLatin, givenNameLatin);
        }

        Asked asked() {
            return new Asked(place, name(), sex, birthDate, matricule, Optional.ofNullable(cinIndex), office);
        }
    }

    @Override
    public Map<Integer, List<Candidate>> of(List<Asked> asked) {
        Map<Integer, List<Candidate>> candidates = new HashMap<>();
        if (asked.isEmpty()) {
            return candidates;
        }
        Map<Integer, Asked> byPlace = new HashMap<>();
        asked.forEach(one -> byPlace.put(one.place(), one));
        CompareNames compare = new CompareNames();
        for (Met met : met(asked)) {
            Resemblance resemblance = resemblance(Objects.requireNonNull(byPlace.get(met.place())), met, compare);
            resemblance
                    .certainty()
                    .ifPresent(certainty -> candidates
                            .computeIfAbsent(met.place(), place -> new ArrayList<>())
                            .add(new Candidate(met.id(), met.reference(), certainty, resemblance)));
        }
        candidates.values().forEach(CompareWithRegistry::sort);
        return candidates;
    }

    /** The surest first; who is met under two records that were merged is met once, by the surer. */
    private static void sort(List<Candidate> list) {
        list.sort(Comparator.comparing(Candidate::certainty)
                .thenComparing(candidate -> -candidate.resemblance().name().score())
                .thenComparing(Candidate::person));
        Set<UUID> met = new HashSet<>();
        list.removeIf(candidate -> !met.add(candidate.person()));
    }

    @Override
    public Map<UUID, List<Candidate>> ofPersons(Collection<UUID> persons) {
        List<Met> known = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT row_number() OVER (ORDER BY p.id) AS place, p.id, p.reference, p.family_name_ar, p.given_name_ar,
                            p.family_name_latin, p.given_name_latin, p.sex, p.birth_date, p.matricule,
                            CASE WHEN p.cin_verified THEN p.cin_index END AS cin_index, p.office
                        FROM person p WHERE p.id = ANY (CAST(:ids AS uuid[]))
                          AND NOT EXISTS (SELECT FROM merged_person m WHERE m.merged = p.id AND m.known_until IS NULL)
                        """)
                .bindArray("ids", UUID.class, persons.toArray())
                .mapTo(Met.class)
                .list());
        Map<Integer, List<Candidate>> found = of(known.stream().map(Met::asked).toList());
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        known.forEach(person -> candidates.put(
                person.id(),
                found.getOrDefault(person.place(), List.of()).stream()
                        .filter(candidate -> !candidate.person().equals(person.id()))
                        .toList()));
        return candidates;
    }

    private static Resemblance resemblance(Asked asked, Met met, CompareNames compare) {
        NameMatch name = compare.compare(asked.name(), met.name());
        return new Resemblance(
                name,
                Resemblance.Birth.of(asked.birthDate(), met.birthDate()),
                agreement(asked.sex(), met.sex()),
                cin(asked, met),
                agreement(asked.matricule(), met.matricule()),
                agreement(asked.office(), met.office()));
    }

    private static Resemblance.Agreement cin(Asked asked, Met met) {
        if (asked.cinIndex().isEmpty() || met.cinIndex() == null) {
            return Resemblance.Agreement.UNKNOWN;
        }
        return Arrays.equals(asked.cinIndex().get(), met.cinIndex())
                ? Resemblance.Agreement.SAME
                : Resemblance.Agreement.OTHER;
    }

    private static Resemblance.Agreement agreement(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Resemblance.Agreement.UNKNOWN;
        }
        return one.equals(other) ? Resemblance.Agreement.SAME : Resemblance.Agreement.OTHER;
    }

    /** Only a number of identity that is well formed tells anything. */
    private List<Met> met(List<Asked> asked) {
        List<NameIndex.Alike> alike = names.alikeOfOneYear(asked.stream()
                .map(one -> new NameIndex.Born(one.place(), one.name(), one.birthDate()))
                .toList());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH asked AS (
                            SELECT * FROM unnest(CAST(:places AS int[]), CAST(:births AS date[]), CAST(:swapped AS date[]),
                                CAST(:matricules AS text[]), CAST(:cins AS text[])) AS a(place, birth, swapped, matricule, cin)
                        ), met AS (
                            SELECT a.place, p.id FROM asked a JOIN person p ON p.birth_date = a.birth
                            UNION SELECT a.place, p.id FROM asked a JOIN person p ON p.birth_date = a.swapped
                            UNION SELECT a.place, p.id FROM asked a JOIN person p ON p.matricule = a.matricule
                            UNION SELECT a.place, p.id FROM asked a
                                JOIN person p ON p.cin_index = decode(a.cin, 'hex') AND p.cin_verified
                            UNION SELECT * FROM unnest(CAST(:alikePlaces AS int[]), CAST(:alikeIds AS uuid[]))
                        )
                        SELECT met.place, coalesce(s.id, p.id) AS id, coalesce(s.reference, p.reference) AS reference, p.family_name_ar, p.given_name_ar, p.family_name_latin,
                            p.given_name_latin, p.sex, p.birth_date, p.matricule,
                            CASE WHEN p.cin_verified THEN p.cin_index END AS cin_index, p.office
                        FROM met JOIN person p ON p.id = met.id
                        LEFT JOIN merged_person m ON m.merged = p.id AND m.known_until IS NULL
                        LEFT JOIN person s ON s.id = m.survivor
                        WHERE m.merged IS NULL OR s.id IS NOT NULL
                        """)
                .bindArray("places", Integer.class, array(asked, Asked::place))
                .bindArray("births", String.class, array(asked, one -> known(one.birthDate())))
                .bindArray("swapped", String.class, array(asked, one -> swapped(one.birthDate())))
                .bindArray("matricules", String.class, array(asked, Asked::matricule))
                .bindArray(
                        "cins",
                        String.class,
                        array(
                                asked,
                                one -> one.cinIndex()
                                        .map(HexFormat.of()::formatHex)
                                        .orElse(null)))
                .bindArray("alikePlaces", Integer.class, array(alike, NameIndex.Alike::place))
                .bindArray("alikeIds", UUID.class, array(alike, NameIndex.Alike::person))
                .mapTo(Met.class)
                .list());
    }

    /** Thousands share a first of January, so there the name has to lead to them. */
    private static @Nullable String known(LocalDate birth) {
        return Resemblance.Birth.isUnknownDay(birth) ? null : birth.toString();
    }

    private static @Nullable String swapped(LocalDate birth) {
        if (birth.getDayOfMonth() == birth.getMonthValue() || Resemblance.Birth.isUnknownDay(birth)) {
            return null;
        }
        try {
            return LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue())
                    .toString();
        } catch (DateTimeException noSuchMonth) {
            return null;
        }
    }

    private static <T> @Nullable Object[] array(List<T> all, Function<T, @Nullable Object> value) {
        return all.stream().map(value).toArray();
    }
}
