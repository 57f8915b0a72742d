package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what stands of many persons in a few statements. */
@Singleton
class StandingFacts {

    private static final String PERSONS = """
            SELECT id, reference, matricule, cin_index, family_name_ar, given_name_ar, family_name_latin,
                given_name_latin, sex, birth_date, death_date, province, office, account_problem,
                origins::text AS origins
            FROM person WHERE id = ANY (CAST(:ids AS uuid[])) ORDER BY id
            """;

    private final Jdbi jdbi;
    private final Seal seal;

    StandingFacts(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    private record CategoryRow(
            UUID personId,
            UUID id,
            Source source,
            Standing.Maker maker,
            Category category,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endReason) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record PensionRow(
            UUID personId,
            UUID id,
            Source source,
            LocalDate from,
            @Nullable LocalDate until,
            byte[] amountSealed) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record AccountRow(UUID personId, Source source, byte[] ibanIndex) {}

    /** What stands, the persons locked until the transaction ends, so that nobody changes what was compared. */
    Map<UUID, Standing> locked(Collection<UUID> ids) {
        return read(PERSONS + " FOR NO KEY UPDATE", ids);
    }

    Map<UUID, Standing> seen(Collection<UUID> ids) {
        return read(PERSONS, ids);
    }

    private Map<UUID, Standing> read(String persons, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Standing.Facts> facts = rows(persons, ids, Standing.Facts.class);
        Map<UUID, List<Standing.HeldBy>> categories = new HashMap<>();
        rows("""
                SELECT person_id, id, source, category, lower(held) AS "from", upper(held) AS until, end_reason,
                    CASE WHEN founded_by IS NULL AND stated IS NULL THEN 'STATED' ELSE 'DERIVED' END AS maker
                FROM category_period WHERE person_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                """, ids, CategoryRow.class)
                .forEach(row -> categories
                        .computeIfAbsent(row.personId(), id -> new ArrayList<>())
                        .add(new Standing.HeldBy(
                                row.id(),
                                row.source(),
                                row.maker(),
                                new RegistryRow.HeldCategory(
                                        row.category(), new Period(row.from(), row.until()), row.endReason()))));
        Map<UUID, List<Standing.PaidBy>> pensions = new HashMap<>();
        rows("""
                SELECT person_id, id, source, lower(held) AS "from", upper(held) AS until, amount_sealed
                FROM pension_period WHERE person_id = ANY (CAST(:ids AS uuid[])) AND known_until IS NULL
                """, ids, PensionRow.class)
                .forEach(row -> pensions.computeIfAbsent(row.personId(), id -> new ArrayList<>())
                        .add(new Standing.PaidBy(
                                row.id(),
                                row.source(),
                                new RegistryRow.HeldPension(
                                        new Period(row.from(), row.until()),
                                        Money.ofDirhams(seal.open(
                                                SealedColumn.PENSION_AMOUNT, row.id(), row.amountSealed()))))));
        Map<UUID, Standing.InUse> accounts = new HashMap<>();
        rows("""
                SELECT person_id, source, iban_index FROM account
                WHERE person_id = ANY (CAST(:ids AS uuid[])) AND used_until IS NULL
                """, ids, AccountRow.class)
                .forEach(row -> accounts.put(row.personId(), new Standing.InUse(row.source(), row.ibanIndex())));
        Map<UUID, Standing> found = new HashMap<>();
        facts.forEach(one -> found.put(
                one.id(),
                new Standing(
                        one,
                        Origins.stored(one.origins()),
                        categories.getOrDefault(one.id(), List.of()),
                        pensions.getOrDefault(one.id(), List.of()),
                        accounts.get(one.id()))));
        return found;
    }

    private <T> List<T> rows(String query, Collection<UUID> ids, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(type)
                .list());
    }
}
