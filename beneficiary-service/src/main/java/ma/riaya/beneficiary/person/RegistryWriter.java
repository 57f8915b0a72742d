package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.database.ManyRows;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Writes many persons in few statements. */
@Singleton
class RegistryWriter {

    private final Jdbi jdbi;
    private final Persons persons;
    private final Seal seal;
    private final BlindIndex index;

    RegistryWriter(Jdbi jdbi, Persons persons, Seal seal, BlindIndex index) {
        this.jdbi = jdbi;
        this.persons = persons;
        this.seal = seal;
        this.index = index;
    }

    void insertPersons(List<MergeRows.Placed> rows) {
        ManyRows all = persons(rows);
        write(all, """
                INSERT INTO person (id, reference, matricule, cin_sealed, cin_index, cin_verified,
                    family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date,
                    death_date, province, office, account_problem, origins, created_at, changed_at)
                SELECT g.id, g.reference, g.matricule, g.cinSealed, g.cinIndex, g.cinVerified,
                    g.familyAr, g.givenAr, g.familyLatin, g.givenLatin, g.sex, g.birthDate,
                    g.deathDate, g.province, g.office, g.accountProblem, g.origins, g.now, g.now
                FROM
                """ + all.as("g"));
    }

    /** Writes what was decided value by value; a number of identity that is not replaced stays as it is sealed. */
    void updatePersons(List<MergeRows.Placed> rows) {
        // Of two rows that turned out to be of one person the second has the last word.
        List<MergeRows.Placed> repeated = new ArrayList<>();
        Map<UUID, MergeRows.Placed> each = new LinkedHashMap<>();
        rows.forEach(placed -> {
            if (each.putIfAbsent(placed.person(), placed) != null) {
                repeated.add(placed);
            }
        });
        ManyRows all = persons(each.values());
        write(all, """
                UPDATE person p SET matricule = g.matricule, cin_sealed = coalesce(g.cinSealed, p.cin_sealed),
                    cin_index = coalesce(g.cinIndex, p.cin_index), cin_verified = coalesce(g.cinVerified, p.cin_verified),
                    family_name_ar = g.familyAr, given_name_ar = g.givenAr, family_name_latin = g.familyLatin,
                    given_name_latin = g.givenLatin, sex = g.sex, birth_date = g.birthDate,
                    death_date = g.deathDate, province = g.province, office = g.office,
                    account_problem = g.accountProblem, origins = g.origins,
                    version = p.version + 1, changed_at = g.now
                FROM
                """ + all.as("g") + " WHERE p.id = g.id");
        if (!repeated.isEmpty()) {
            updatePersons(repeated);
        }
    }

    /** What is not known any more is closed, never removed. */
    void close(List<MergeRows.Placed> rows) {
        close("category_period", rows, placed -> placed.decided().categories().closed());
        close("pension_period", rows, placed -> placed.decided().pensions().closed());
    }

    private void close(String table, List<MergeRows.Placed> rows, Function<MergeRows.Placed, List<UUID>> closed) {
        Object[] ids =
                rows.stream().flatMap(placed -> closed.apply(placed).stream()).toArray();
        if (ids.length > 0) {
            jdbi.useHandle(handle -> handle.createUpdate("UPDATE " + table
                            + " SET known_until = knowledge_now() WHERE id = ANY (CAST(:ids AS uuid[]))")
                    .bindArray("ids", UUID.class, ids)
                    .execute());
        }
    }

    void insertCategories(Source source, List<MergeRows.Placed> rows) {
        ManyRows all =
                ManyRows.of("id uuid", "person uuid", "category text", "since date", "until date", "endReason text");
        rows.forEach(placed -> placed.decided()
                .categories()
                .opened()
                .forEach(held -> all.bind("id", UuidCreator.getTimeOrderedEpoch())
                        .bind("person", placed.person())
                        .bind("category", held.category().name())
                        .bind("since", held.period().from())
                        .bind("until", held.period().until())
                        .bind("endReason", held.endReason())
                        .add()));
        write(source, all, """
                INSERT INTO category_period (id, person_id, category, held, end_reason, source)
                SELECT g.id, g.person, g.category, daterange(g.since, g.until), g.endReason, :source
                FROM
                """ + all.as("g"));
    }

    void insertPensions(Source source, List<MergeRows.Placed> rows) {
        ManyRows all = ManyRows.of("id uuid", "person uuid", "since date", "until date", "sealed bytea");
        rows.forEach(placed -> placed.decided().pensions().opened().forEach(pension -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            String amount = pension.amount().amount();
            all.bind("id", id)
                    .bind("person", placed.person())
                    .bind("since", pension.period().from())
                    .bind("until", pension.period().until())
                    .bind("sealed", seal.close(SealedColumn.PENSION_AMOUNT, id, amount))
                    .add();
        }));
        write(source, all, """
                INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                SELECT g.id, g.person, daterange(g.since, g.until), g.sealed, :source
                FROM
                """ + all.as("g"));
    }

    /**
     * Closes the links that the source says no more, and makes those that are new; one that says the same is not touched.
     *
     * <p>A link to someone who is known is made at once, one to someone who may come later waits; the source's own keys count first.
     */
    void putLinks(Source source, UUID importId, List<MergeRows.Placed> rows) {
        List<Linked> links = rows.stream()
                .flatMap(placed -> RegistryRow.given(placed.row().links()).stream()
                        .map(link ->
                                new Linked(placed.person(), link, placed.row().line())))
                .toList();
        Object[] before = ids(
                rows, placed -> placed.before() == null ? null : placed.row().links());
        if (before.length > 0) {
            jdbi.useHandle(handle -> bindLinks(handle.createUpdate(GIVEN_LINKS + """
                , gone AS (
                    UPDATE person_link l SET known_until = knowledge_now()
                    WHERE l.person_id = ANY (CAST(:before AS uuid[])) AND l.known_until IS NULL
                      AND CASE WHEN l.founded_by IS NULL AND l.stated IS NULL
                          THEN l.source = :source AND NOT EXISTS (SELECT FROM given g WHERE g.person = l.person_id
                              AND g.kind = l.kind AND g.other_id = l.other_id AND g.held = l.held)
                          ELSE EXISTS (SELECT FROM given g WHERE g.person = l.person_id
                              AND g.kind = l.kind AND g.other_id = l.other_id AND g.held = l.held) END
                )
                DELETE FROM awaited_link WHERE person_id = ANY (CAST(:before AS uuid[])) AND source = :source
                """), source, links)
                    .bindArray("before", UUID.class, before)
                    .execute());
        }
        if (!links.isEmpty()) {
            jdbi.useHandle(handle -> bindLinks(handle.createUpdate(GIVEN_LINKS + """
                , linked AS (
                    INSERT INTO person_link (person_id, kind, other_id, held, source)
                    SELECT person, kind, other_id, held, :source FROM given
                    WHERE other_id IS NOT NULL AND other_id <> person
                    ON CONFLICT DO NOTHING
                )
                INSERT INTO awaited_link (person_id, kind, other_reference, held, import_id, line, source)
                SELECT person, kind, other, held, :import, line, :source FROM given WHERE other_id IS NULL
                """), source, links)
                    .bind("import", importId)
                    .execute());
        }
    }

    /** The others are looked up one by one by their key: a join would be planned for the tables as they were when the import began. */
    private static final String GIVEN_LINKS = """
            WITH given AS (
                SELECT k.person, k.kind, k.other, k.held, k.line, person_now(k.known_id) AS other_id
                FROM (
                    SELECT g.person, g.kind, g.other, daterange(CAST(g.from_day AS date), CAST(g.until_day AS date)) AS held,
                        g.line, coalesce(
                            (SELECT s.person_id FROM source_record s WHERE s.source = :source AND s.reference = g.other ORDER BY s.person_id LIMIT 1),
                            (SELECT p.id FROM person p WHERE p.reference = g.other ORDER BY p.id LIMIT 1)) AS known_id
                    FROM unnest(CAST(:persons AS uuid[]), CAST(:kinds AS text[]), CAST(:others AS text[]),
                            CAST(:froms AS text[]), CAST(:untils AS text[]), CAST(:lines AS bigint[]))
                        AS g(person, kind, other, from_day, until_day, line)
                ) AS k
            )
            """;

    private static Update bindLinks(Update statement, Source source, List<Linked> links) {
        return statement
                .bindArray("persons", UUID.class, array(links, Linked::person))
                .bindArray(
                        "kinds",
                        String.class,
                        array(links, one -> one.link().kind().name()))
                .bindArray(
                        "others", String.class, array(links, one -> one.link().otherReference()))
                .bindArray(
                        "froms",
                        String.class,
                        array(links, one -> one.link().period().from().toString()))
                .bindArray(
                        "untils",
                        String.class,
                        array(links, one -> until(one.link().period())))
                .bindArray("lines", Long.class, array(links, Linked::line))
                .bind("source", source.name());
    }

    private record Linked(UUID person, RegistryRow.AnnouncedLink link, long line) {}

    private static @Nullable String until(Period period) {
        return period.until() == null ? null : period.until().toString();
    }

    private static @Nullable Object[] array(List<Linked> links, Function<Linked, @Nullable Object> value) {
        return links.stream().map(value).toArray();
    }

    /** The first account of a person; another than the one in use is asked for, and somebody has to approve it. */
    void enterAccounts(Source source, List<MergeRows.Placed> rows) {
        ManyRows all = ManyRows.of("id uuid", "person uuid", "sealed bytea", "index bytea", "now timestamptz");
        rows.stream()
                .filter(placed -> placed.announcesFirstAccount())
                .forEach(placed -> placed.decided().account().ifPresent(rib -> {
                    UUID id = UuidCreator.getTimeOrderedEpoch();
                    all.bind("id", id)
                            .bind("person", placed.person())
                            .bind("sealed", seal.close(SealedColumn.ACCOUNT_IBAN, id, rib.iban()))
                            .bind("index", index.of(BlindIndex.Kind.IBAN, rib.iban()))
                            .bind("now", persons.now())
                            .add();
                }));
        write(source, all, """
                INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, source)
                SELECT g.id, g.person, g.sealed, g.index, g.now, :source
                FROM
                """ + all.as("g"));
    }

    boolean awaitsLinks() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM awaited_link)")
                .mapTo(Boolean.class)
                .one());
    }

    /** One statement: what is awaited and known by now leaves the one table and enters the other; answers whose link each was. */
    List<UUID> resolveLinks(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        WITH ready AS (
                            SELECT known.id, person_now(known.other_id) AS other_id FROM (
                                SELECT a.id, coalesce(
                                    (SELECT s.person_id FROM source_record s
                                        WHERE s.source = a.source AND s.reference = a.other_reference ORDER BY s.person_id LIMIT 1),
                                    (SELECT p.id FROM person p WHERE p.reference = a.other_reference ORDER BY p.id LIMIT 1)) AS other_id
                                FROM awaited_link a
                            ) AS known WHERE known.other_id IS NOT NULL ORDER BY known.id LIMIT :most
                        ), taken AS (
                            DELETE FROM awaited_link a USING ready r WHERE a.id = r.id
                            RETURNING person_now(a.person_id) AS person_id, a.kind, r.other_id, a.held, a.source
                        ), linked AS (
                            INSERT INTO person_link (person_id, kind, other_id, held, source)
                            SELECT person_id, kind, other_id, held, source FROM taken WHERE person_id <> other_id
                            ON CONFLICT DO NOTHING
                        )
                        SELECT person_id FROM taken
                        """).bind("most", most).mapTo(UUID.class).list());
    }

    private ManyRows persons(Collection<MergeRows.Placed> rows) {
        ManyRows all = ManyRows.of(
                "id uuid",
                "reference text",
                "matricule text",
                "cinSealed bytea",
                "cinIndex bytea",
                "cinVerified boolean",
                "familyAr text",
                "givenAr text",
                "familyLatin text",
                "givenLatin text",
                "sex text",
                "birthDate date",
                "deathDate date",
                "province text",
                "office text",
                "accountProblem text",
                "origins jsonb",
                "now timestamptz");
        rows.forEach(placed -> all.bindMap(
                        persons.values(placed.person(), placed.decided().identity()))
                .bind("reference", placed.row().reference())
                .bind("accountProblem", placed.decided().accountProblem())
                .bind("origins", placed.decided().origins().stored())
                .add());
        return all;
    }

    /** The persons of whom the list is given. */
    private static Object[] ids(List<MergeRows.Placed> rows, Function<MergeRows.Placed, @Nullable List<?>> list) {
        return rows.stream()
                .filter(placed -> list.apply(placed) != null)
                .map(MergeRows.Placed::person)
                .toArray();
    }

    private void write(Source source, ManyRows rows, String statement) {
        if (!rows.isEmpty()) {
            jdbi.useHandle(handle -> rows.bindTo(handle.createUpdate(statement))
                    .bind("source", source.name())
                    .execute());
        }
    }

    private void write(ManyRows rows, String statement) {
        if (!rows.isEmpty()) {
            jdbi.useHandle(handle -> rows.bindTo(handle.createUpdate(statement)).execute());
        }
    }
}
