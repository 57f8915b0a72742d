package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What hangs on a person on a day, as it was known at a moment. */
@Singleton
class PartsInTime {

    private final Jdbi jdbi;
    private final Seal seal;

    PartsInTime(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record SealedRow(UUID id, byte[] sealed) {}

    /** Without their evidence, which may tell of an illness. */
    List<PersonView.HeldCategory> categories(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                        SELECT id, category, lower(held) AS "from", upper(held) AS until, end_reason, NULL AS evidence
                        FROM category_period c WHERE person_id = :person AND held @> :day AND %s
                        ORDER BY lower(held), id
                        """.formatted(Knowledge.knownAt("c"))), person, day, knownAt)
                        .mapTo(PersonView.HeldCategory.class)
                        .list());
    }

    /** Between persons whom the reader sees, or who were erased. */
    List<OnDay.Link> links(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                        SELECT id, person_id, kind, other_id, lower(held) AS "from", upper(held) AS until, end_reason
                        FROM person_link l WHERE (person_id = :person OR other_id = :person) AND held @> :day
                          AND is_told_of(person_id) AND is_told_of(other_id) AND %s
                        ORDER BY lower(held), id
                        """.formatted(Knowledge.knownAt("l"))), person, day, knownAt)
                        .mapTo(OnDay.Link.class)
                        .list());
    }

    Optional<Money> pension(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(
                        handle -> bind(handle.createQuery("""
                                SELECT id, amount_sealed AS sealed
                                FROM pension_period n WHERE person_id = :person AND held @> :day AND %s
                                """.formatted(Knowledge.knownAt("n"))), person, day, knownAt)
                                .mapTo(SealedRow.class)
                                .findOne())
                .map(row -> Money.ofDirhams(seal.open(SealedColumn.PENSION_AMOUNT, row.id(), row.sealed())));
    }

    /** The day of death, where the person was dead by the day. */
    Optional<LocalDate> death(UUID person, LocalDate day, Instant knownAt) {
        return jdbi.withHandle(
                handle -> bind(handle.createQuery("""
                        SELECT day FROM life_date d WHERE person_id = :person AND kind = 'DEATH' AND day <= :day AND %s
                        """.formatted(Knowledge.knownAt("d"))), person, day, knownAt)
                        .mapTo(LocalDate.class)
                        .findOne());
    }

    private static Query bind(Query query, UUID person, LocalDate day, Instant knownAt) {
        return query.bind("person", person).bind("day", day).bind("knownAt", Knowledge.bound(knownAt));
    }
}
