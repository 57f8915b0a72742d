package ma.riaya.beneficiary.person;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Whoever has the same name in one script, the same sex and the same birth date, and no other number of identity.
 *
 * <p>It stands until a bean that knows more of names takes its place.
 */
@Singleton
@DefaultBean
class SameNameAndBirth implements PossibleDoubles {

    private final Jdbi jdbi;

    SameNameAndBirth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Found(int place, UUID id, String reference) {}

    @Override
    public Map<Integer, List<Candidate>> of(List<Asked> asked) {
        Map<Integer, List<Candidate>> candidates = new HashMap<>();
        if (asked.isEmpty()) {
            return candidates;
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT a.place, p.id, p.reference
                        FROM unnest(CAST(:places AS int[]), CAST(:births AS date[]), CAST(:sexes AS text[]),
                                CAST(:arabic AS text[]), CAST(:latin AS text[]), CAST(:cins AS text[]))
                            AS a(place, birth, sex, arabic, latin, cin)
                        JOIN person p ON p.birth_date = a.birth AND p.sex = a.sex
                        WHERE (p.family_name_ar || ' ' || p.given_name_ar = a.arabic
                                OR lower(p.family_name_latin || ' ' || p.given_name_latin) = lower(a.latin))
                          AND NOT (p.cin_verified IS TRUE AND a.cin <> '' AND p.cin_index <> decode(a.cin, 'hex'))
                        """)
                .bindArray("places", Integer.class, array(asked, Asked::place))
                .bindArray(
                        "births",
                        String.class,
                        array(asked, one -> one.birthDate().toString()))
                .bindArray("sexes", String.class, array(asked, one -> one.sex().name()))
                .bindArray(
                        "arabic",
                        String.class,
                        array(
                                asked,
                                one -> one.name().familyAr() + " " + one.name().givenAr()))
                .bindArray(
                        "latin",
                        String.class,
                        array(
                                asked,
                                one -> one.name().familyLatin() + " "
                                        + one.name().givenLatin()))
                .bindArray(
                        "cins",
                        String.class,
                        array(
                                asked,
                                one -> one.cinIndex()
                                        .map(HexFormat.of()::formatHex)
                                        .orElse("")))
                .mapTo(Found.class)
                .forEach(found -> candidates
                        .computeIfAbsent(found.place(), place -> new ArrayList<>())
                        .add(new Candidate(found.id(), found.reference(), Certainty.LIKELY))));
        candidates.values().forEach(list -> list.sort(Comparator.comparing(Candidate::person)));
        return candidates;
    }

    private static Object[] array(List<Asked> asked, Function<Asked, Object> value) {
        return asked.stream().map(value).toArray();
    }
}
