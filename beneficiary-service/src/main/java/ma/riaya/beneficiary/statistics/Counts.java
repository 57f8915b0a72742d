package ma.riaya.beneficiary.statistics;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts the living, of those in sight of the reader, in a statement each. */
@Singleton
class Counts {

    /** Who is merged into another is counted as the other. */
    private static final String LIVING = """
            (p.death_date IS NULL OR p.death_date > :asOf) AND (CAST(:office AS text) IS NULL OR p.office = :office)
              AND NOT EXISTS (SELECT FROM merged_person m WHERE m.merged = p.id AND m.known_until IS NULL)
            """;

    private static final String MISSING = """
            SELECT coalesce(p.office, 'NONE') AS office,
                count(*) FILTER (WHERE a.person_id IS NULL) AS account,
                count(*) FILTER (WHERE p.account_problem IS NOT NULL) AS account_problem,
                count(*) FILTER (WHERE p.cin_index IS NULL) AS cin,
                count(*) FILTER (WHERE NOT p.cin_verified) AS cin_unverified,
                count(*) FILTER (WHERE p.province IS NULL) AS province,
                count(*) FILTER (WHERE p.province IS NOT NULL AND p.office IS NULL) AS office_of_province
            FROM person p LEFT JOIN account a ON a.person_id = p.id AND a.used_until IS NULL
            WHERE %s GROUP BY 1 ORDER BY 1
            """.formatted(LIVING);

    private static final String PROVINCES = """
            SELECT p.province, count(*) AS persons FROM person p
            WHERE p.province IS NOT NULL AND p.office IS NULL AND %s GROUP BY 1 ORDER BY 1
            """.formatted(LIVING);

    /** Each person once, with the pension of the day; the categories are counted one by one. */
    private static final String PENSIONS = """
            SELECT n.id, n.amount_sealed, c.category, coalesce(p.office, 'NONE') AS office
            FROM pension_period n JOIN person p ON p.id = n.person_id
            JOIN category_period c ON c.person_id = n.person_id AND c.held @> :asOf AND c.known_until IS NULL
            WHERE n.held @> :asOf AND n.known_until IS NULL AND %s ORDER BY n.id
            """.formatted(LIVING);

    private static final int AT_ONCE = 5_000;

    private final Jdbi jdbi;
    private final Seal seal;

    Counts(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    /** Where and when. */
    record Asked(LocalDate asOf, @Nullable String office) {}

    record Count(Map<String, String> of, int persons) {}

    List<Count> persons(List<Dimension> by, Asked asked) {
        String columns = IntStream.range(0, by.size())
                .mapToObj(i -> by.get(i).sql() + " AS d" + i)
                .collect(Collectors.joining(", "));
        String places =
                IntStream.rangeClosed(1, by.size()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String categories = by.contains(Dimension.CATEGORY)
                ? " JOIN category_period c ON c.person_id = p.id AND c.held @> :asOf AND c.known_until IS NULL"
                : "";
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + columns + ", count(*) AS persons FROM person p"
                        + categories + " WHERE " + LIVING + " GROUP BY " + places + " ORDER BY " + places)
                .bind("asOf", asked.asOf())
                .bind("office", asked.office())
                .map((row, context) -> {
                    Map<String, String> of = new LinkedHashMap<>();
                    for (int i = 0; i < by.size(); i++) {
                        of.put(by.get(i).named(), row.getString(i + 1));
                    }
                    return new Count(of, row.getInt(by.size() + 1));
                })
                .list());
    }

    private record MissingRow(
            String office,
            int account,
            int accountProblem,
            int cin,
            int cinUnverified,
            int province,
            int officeOfProvince) {

        List<Count> counts() {
            return List.of(
                    count("account", account),
                    count("account-problem", accountProblem),
                    count("cin", cin),
                    count("cin-unverified", cinUnverified),
                    count("province", province),
                    count("office-of-province", officeOfProvince));
        }

        private Count count(String what, int persons) {
            Map<String, String> of = new LinkedHashMap<>();
            of.put("missing", what);
            of.put("office", office);
            return new Count(of, persons);
        }
    }

    /** What data is missing, by office. */
    List<Count> missing(Asked asked) {
        return jdbi.withHandle(handle -> handle
                .createQuery(MISSING)
                .bind("asOf", asked.asOf())
                .bind("office", asked.office())
                .mapTo(MissingRow.class)
                .list()
                .stream()
                .flatMap(row -> row.counts().stream())
                .toList());
    }

    private record ProvinceRow(String province, int persons) {}

    /** The provinces whose people no office follows. */
    List<Count> provincesWithoutOffice(Asked asked) {
        return jdbi.withHandle(handle -> handle
                .createQuery(PROVINCES)
                .bind("asOf", asked.asOf())
                .bind("office", asked.office())
                .mapTo(ProvinceRow.class)
                .list()
                .stream()
                .map(row -> new Count(Map.of("province", row.province()), row.persons()))
                .toList());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record PensionRow(UUID id, byte[] amountSealed, String category, String office) {}

    /** Pensions are sealed: they are opened here one after the other as they come, compared, and forgotten. */
    List<Count> pensionsBelow(Money threshold, Asked asked) {
        BigDecimal bound = new BigDecimal(threshold.amount());
        Map<String, Integer> below = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(PENSIONS)
                .bind("asOf", asked.asOf())
                .bind("office", asked.office())
                .setFetchSize(AT_ONCE)
                .mapTo(PensionRow.class)
                .forEach(row -> {
                    String amount = seal.open(SealedColumn.PENSION_AMOUNT, row.id(), row.amountSealed());
                    if (new BigDecimal(amount).compareTo(bound) < 0) {
                        below.merge(row.category() + " " + row.office(), 1, Integer::sum);
                    }
                }));
        return below.entrySet().stream()
                .map(entry -> {
                    String[] parts = entry.getKey().split(" ", 2);
                    Map<String, String> of = new LinkedHashMap<>();
                    of.put("category", parts[0]);
                    of.put("office", parts[1]);
                    return new Count(of, entry.getValue());
                })
                .toList();
    }
}
