package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
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

    /** A person that the registry has already, locked until the transaction ends. */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(UUID id, String reference, byte @Nullable [] importDigest) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record AccountInUse(UUID personId, byte[] ibanIndex) {}

    Map<String, Known> known(List<String> references) {
        Map<String, Known> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT id, reference, import_digest FROM person
                        WHERE reference = ANY (CAST(:references AS text[])) ORDER BY id FOR UPDATE
                        """)
                .bindArray("references", String.class, references.toArray())
                .mapTo(Known.class)
                .forEach(one -> known.put(one.reference(), one)));
        return known;
    }

    void insertPersons(List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                INSERT INTO person (id, reference, matricule, cin_sealed, cin_index, cin_verified,
                    family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date,
                    death_date, province, office, account_problem, import_digest, created_at, changed_at)
                VALUES (:id, :reference, :matricule, :cinSealed, :cinIndex, :cinVerified,
                    :familyAr, :givenAr, :familyLatin, :givenLatin, :sex, :birthDate,
                    :deathDate, :province, :office, :accountProblem, :digest, :now, :now)
                """,
                (batch, placed) -> bindPerson(batch, placed)
                        .bind("reference", placed.row().reference())
                        .add());
    }

    /** An account announced and refused is remembered; a good one clears the doubt; none announced changes nothing. */
    void updatePersons(List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                UPDATE person SET matricule = coalesce(:matricule, matricule), cin_sealed = coalesce(:cinSealed, cin_sealed),
                    cin_index = coalesce(:cinIndex, cin_index), cin_verified = coalesce(:cinVerified, cin_verified),
                    family_name_ar = :familyAr, given_name_ar = :givenAr, family_name_latin = :familyLatin,
                    given_name_latin = :givenLatin, sex = :sex, birth_date = :birthDate,
                    death_date = coalesce(:deathDate, death_date), province = coalesce(:province, province),
                    office = coalesce(:office, office),
                    account_problem = CASE WHEN :hasAccount THEN NULL ELSE coalesce(:accountProblem, account_problem) END,
                    import_digest = :digest, version = version + 1, changed_at = :now
                WHERE id = :id
                """,
                (batch, placed) -> bindPerson(batch, placed)
                        .bind("hasAccount", placed.row().account().isPresent())
                        .add());
    }

    /** What the source said before makes place for what it says now; what people entered stays. */
    void removeAnnounced(List<MergeRows.Placed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Object[] ids = ids(rows);
        jdbi.useHandle(handle -> {
            for (String table : List.of("category_period", "pension_period", "person_link")) {
                handle.createUpdate("DELETE FROM " + table
                                + " WHERE person_id = ANY (CAST(:ids AS uuid[])) AND source = 'IMPORT'")
                        .bindArray("ids", UUID.class, ids)
                        .execute();
            }
            handle.createUpdate("DELETE FROM awaited_link WHERE person_id = ANY (CAST(:ids AS uuid[]))")
                    .bindArray("ids", UUID.class, ids)
                    .execute();
        });
    }

    void insertCategories(List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                INSERT INTO category_period (id, person_id, category, held, end_reason, source)
                VALUES (:id, :person, :category, daterange(:from, :until), :endReason, 'IMPORT')
                """,
                (batch, placed) -> placed.row()
                        .categories()
                        .forEach(held -> batch.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("person", placed.person())
                                .bind("category", held.category().name())
                                .bind("from", held.period().from())
                                .bind("until", held.period().until())
                                .bind("endReason", held.endReason())
                                .add()));
    }

    void insertPensions(List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                VALUES (:id, :person, daterange(:from, :until), :sealed, 'IMPORT')
                """,
                (batch, placed) -> placed.row().pensions().forEach(pension -> {
                    UUID id = UuidCreator.getTimeOrderedEpoch();
                    batch.bind("id", id)
                            .bind("person", placed.person())
                            .bind("from", pension.period().from())
                            .bind("until", pension.period().until())
                            .bind(
                                    "sealed",
                                    seal.close(
                                            SealedColumn.PENSION_AMOUNT,
                                            id,
                                            pension.amount().amount()))
                            .add();
                }));
    }

    void insertAwaitedLinks(UUID importId, List<MergeRows.Placed> rows) {
        batch(
                rows,
                """
                INSERT INTO awaited_link (person_id, kind, other_reference, held, import_id, line)
                VALUES (:person, :kind, :other, daterange(:from, :until), :import, :line)
                """,
                (batch, placed) -> placed.row()
                        .links()
                        .forEach(link -> batch.bind("person", placed.person())
                                .bind("kind", link.kind().name())
                                .bind("other", link.otherReference())
                                .bind("from", link.period().from())
                                .bind("until", link.period().until())
                                .bind("import", importId)
                                .bind("line", placed.row().line())
                                .add()));
    }

    /** Only an account other than the one in use is entered; the former stays on record with its end. */
    void replaceAccounts(List<MergeRows.Placed> rows) {
        Map<UUID, byte[]> inUse = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT person_id, iban_index FROM account
                        WHERE person_id = ANY (CAST(:ids AS uuid[])) AND used_until IS NULL
                        """)
                .bindArray("ids", UUID.class, ids(rows))
                .mapTo(AccountInUse.class)
                .forEach(account -> inUse.put(account.personId(), account.ibanIndex())));
        List<MergeRows.Placed> changed = rows.stream()
                .filter(placed -> placed.row()
                        .account()
                        .filter(rib -> !Arrays.equals(inUse.get(placed.person()), indexOf(rib)))
                        .isPresent())
                .toList();
        List<MergeRows.Placed> replaced = changed.stream()
                .filter(placed -> inUse.containsKey(placed.person()))
                .toList();
        batch(
                replaced,
                "UPDATE account SET used_until = :now WHERE person_id = :person AND used_until IS NULL",
                (batch, placed) -> batch.bind("now", persons.now())
                        .bind("person", placed.person())
                        .add());
        batch(
                changed,
                """
                INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from)
                VALUES (:id, :person, :sealed, :index, :now)
                """,
                (batch, placed) -> placed.row().account().ifPresent(rib -> {
                    UUID id = UuidCreator.getTimeOrderedEpoch();
                    batch.bind("id", id)
                            .bind("person", placed.person())
                            .bind("sealed", seal.close(SealedColumn.ACCOUNT_IBAN, id, rib.iban()))
                            .bind("index", indexOf(rib))
                            .bind("now", persons.now())
                            .add();
                }));
    }

    /** One statement: what is awaited and known by now leaves the one table and enters the other. */
    int resolveLinks(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        WITH ready AS (
                            SELECT a.id, p.id AS other_id FROM awaited_link a JOIN person p ON p.reference = a.other_reference
                            ORDER BY a.id LIMIT :most
                        ), taken AS (
                            DELETE FROM awaited_link a USING ready r WHERE a.id = r.id
                            RETURNING a.person_id, a.kind, r.other_id, a.held
                        ), linked AS (
                            INSERT INTO person_link (person_id, kind, other_id, held, source)
                            SELECT person_id, kind, other_id, held, 'IMPORT' FROM taken WHERE person_id <> other_id
                            ON CONFLICT DO NOTHING
                        )
                        SELECT count(*) FROM taken
                        """).bind("most", most).mapTo(Integer.class).one());
    }

    private byte[] indexOf(Rib rib) {
        return index.of(BlindIndex.Kind.IBAN, rib.iban());
    }

    private PreparedBatch bindPerson(PreparedBatch batch, MergeRows.Placed placed) {
        RegistryRow row = placed.row();
        return persons.bind(batch, placed.person(), row.identity())
                .bind("accountProblem", row.accountProblem().orElse(null))
                .bind("digest", row.digest());
    }

    private static Object[] ids(Collection<MergeRows.Placed> rows) {
        return rows.stream().map(MergeRows.Placed::person).toArray();
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
