package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
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
        batch(
                rows,
                """
                INSERT INTO person (id, reference, matricule, cin_sealed, cin_index, cin_verified,
                    family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date,
                    death_date, province, office, account_problem, origins, created_at, changed_at)
                VALUES (:id, :reference, :matricule, :cinSealed, :cinIndex, :cinVerified,
                    :familyAr, :givenAr, :familyLatin, :givenLatin, :sex, :birthDate,
                    :deathDate, :province, :office, :accountProblem, CAST(:origins AS jsonb), :now, :now)
                """,
                (batch, placed) -> bindPerson(batch, placed)
                        .bind("reference", placed.row().reference())
                        .add());
    }

    /** Writes what was decided value by value; a number of identity that is not replaced stays as it is sealed. */
    void updatePersons(List<MergeRows.Placed> rows) {
        batch(rows, """
                UPDATE person SET matricule = :matricule, cin_sealed = coalesce(:cinSealed, cin_sealed),
                    cin_index = coalesce(:cinIndex, cin_index), cin_verified = coalesce(:cinVerified, cin_verified),
                    family_name_ar = :familyAr, given_name_ar = :givenAr, family_name_latin = :familyLatin,
                    given_name_latin = :givenLatin, sex = :sex, birth_date = :birthDate,
                    death_date = :deathDate, province = :province, office = :office,
                    account_problem = :accountProblem, origins = CAST(:origins AS jsonb),
                    version = version + 1, changed_at = :now
                WHERE id = :id
                """, (batch, placed) -> bindPerson(batch, placed).add());
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
        batch(
                rows,
                """
                INSERT INTO category_period (id, person_id, category, held, end_reason, source)
                VALUES (:id, :person, :category, daterange(:from, :until), :endReason, :source)
                """,
                (batch, placed) -> placed.decided()
                        .categories()
                        .opened()
                        .forEach(held -> batch.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("person", placed.person())
                                .bind("category", held.category().name())
                                .bind("from", held.period().from())
                                .bind("until", held.period().until())
                                .bind("endReason", held.endReason())
                                .bind("source", source.name())
                                .add()));
    }

    void insertPensions(Source source, List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                VALUES (:id, :person, daterange(:from, :until), :sealed, :source)
                """,
                (batch, placed) -> placed.decided().pensions().opened().forEach(pension -> {
                    UUID id = UuidCreator.getTimeOrderedEpoch();
                    String amount = pension.amount().amount();
                    batch.bind("id", id)
                            .bind("person", placed.person())
                            .bind("from", pension.period().from())
                            .bind("until", pension.period().until())
                            .bind("sealed", seal.close(SealedColumn.PENSION_AMOUNT, id, amount))
                            .bind("source", source.name())
                            .add();
                }));
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

    private static final String GIVEN_LINKS = """
            WITH given AS (
                SELECT g.person, g.kind, g.other, daterange(CAST(g.from_day AS date), CAST(g.until_day AS date)) AS held,
                    g.line, person_now(coalesce(s.person_id, p.id)) AS other_id
                FROM unnest(CAST(:persons AS uuid[]), CAST(:kinds AS text[]), CAST(:others AS text[]),
                        CAST(:froms AS text[]), CAST(:untils AS text[]), CAST(:lines AS bigint[]))
                    AS g(person, kind, other, from_day, until_day, line)
                LEFT JOIN source_record s ON s.source = :source AND s.reference = g.other
                LEFT JOIN person p ON p.reference = g.other
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
        List<MergeRows.Placed> entered =
                rows.stream().filter(placed -> placed.announcesFirstAccount()).toList();
        batch(
                entered,
                """
                INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, source)
                VALUES (:id, :person, :sealed, :index, :now, :source)
                """,
                (batch, placed) -> placed.decided().account().ifPresent(rib -> {
                    UUID id = UuidCreator.getTimeOrderedEpoch();
                    batch.bind("id", id)
                            .bind("person", placed.person())
                            .bind("sealed", seal.close(SealedColumn.ACCOUNT_IBAN, id, rib.iban()))
                            .bind("index", index.of(BlindIndex.Kind.IBAN, rib.iban()))
                            .bind("now", persons.now())
                            .bind("source", source.name())
                            .add();
                }));
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
                            SELECT a.id, person_now(coalesce(s.person_id, p.id)) AS other_id FROM awaited_link a
                            LEFT JOIN source_record s ON s.source = a.source AND s.reference = a.other_reference
                            LEFT JOIN person p ON p.reference = a.other_reference
                            WHERE coalesce(s.person_id, p.id) IS NOT NULL ORDER BY a.id LIMIT :most
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

    private PreparedBatch bindPerson(PreparedBatch batch, MergeRows.Placed placed) {
        return persons.bind(batch, placed.person(), placed.decided().identity())
                .bind("accountProblem", placed.decided().accountProblem())
                .bind("origins", placed.decided().origins().stored());
    }

    /** The persons of whom the list is given. */
    private static Object[] ids(List<MergeRows.Placed> rows, Function<MergeRows.Placed, @Nullable List<?>> list) {
        return rows.stream()
                .filter(placed -> list.apply(placed) != null)
                .map(MergeRows.Placed::person)
                .toArray();
    }

    /** How the rows of a statement are bound, none, one or several for each person. */
    private interface Binding {
        void bind(PreparedBatch batch, MergeRows.Placed placed);
    }

    private void batch(List<MergeRows.Placed> rows, String statement, Binding binding) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle((Handle handle) -> {
            PreparedBatch batch = handle.prepareBatch(statement);
            rows.forEach(placed -> binding.bind(batch, placed));
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }
}
