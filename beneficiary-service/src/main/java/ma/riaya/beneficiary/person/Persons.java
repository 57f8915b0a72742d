package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The persons as stored, one at a time. */
@Singleton
class Persons {

    private static final String COLUMNS = """
        id, reference, matricule, cin_sealed, cin_verified, family_name_ar, given_name_ar, family_name_latin,
        given_name_latin, sex, birth_date, death_date, province, office, account_problem, version
        """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Seal seal;
    private final BlindIndex index;

    Persons(Jdbi jdbi, Clock clock, Seal seal, BlindIndex index) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.seal = seal;
        this.index = index;
    }

    Optional<PersonRecord> find(UUID id) {
        return read("SELECT " + COLUMNS + " FROM person WHERE id = :id", id);
    }

    /** Every change of a person begins here, so that the checks before it hold until the end of its transaction. */
    Optional<PersonRecord> lock(UUID id) {
        return read("SELECT " + COLUMNS + " FROM person WHERE id = :id FOR NO KEY UPDATE", id);
    }

    boolean isErased(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM erased_person WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    String nextReference() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 'RY-' || lpad(nextval('person_reference')::text, 6, '0')")
                        .mapTo(String.class)
                        .one());
    }

    /** False where the reference is taken. */
    boolean insert(UUID id, String reference, Identity identity) {
        return jdbi.withHandle(handle -> bind(handle.createUpdate("""
                                INSERT INTO person (id, reference, matricule, cin_sealed, cin_index, cin_verified,
                                    family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex, birth_date,
                                    death_date, province, office, origins, created_at, changed_at)
                                SELECT :id, :reference, :matricule, CAST(:cinSealed AS bytea), CAST(:cinIndex AS bytea), CAST(:cinVerified AS boolean),
                                    :familyAr, :givenAr, :familyLatin, :givenLatin, :sex, CAST(:birthDate AS date),
                                    CAST(:deathDate AS date), :province, :office, CAST(:origins AS jsonb), :now, :now
                                WHERE NOT EXISTS (SELECT FROM person WHERE reference = :reference)
                                ON CONFLICT (reference, shielded_for) DO NOTHING
                                """), id, identity)
                        .bind("reference", reference)
                        .bind(
                                "origins",
                                Origins.of(identity.fields(), Source.ENTRY).stored())
                        .execute())
                == 1;
    }

    /** Writes what is known now; a number of identity that is not given stays as it was, and what was corrected is from now on a hand's. */
    void update(UUID id, Identity identity, Collection<Field> corrected) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
            UPDATE person SET matricule = :matricule, cin_sealed = coalesce(:cinSealed, cin_sealed),
                cin_index = coalesce(:cinIndex, cin_index), cin_verified = coalesce(:cinVerified, cin_verified),
                family_name_ar = :familyAr, given_name_ar = :givenAr, family_name_latin = :familyLatin,
                given_name_latin = :givenLatin, sex = :sex, birth_date = :birthDate, death_date = :deathDate,
                province = :province, office = :office, origins = origins || CAST(:origins AS jsonb),
                version = version + 1, changed_at = :now
            WHERE id = :id
            """), id, identity)
                .bind("origins", Origins.of(corrected, Source.ENTRY).stored())
                .execute());
    }

    /** Counts a change of what hangs on a person as a change of the person. */
    void touch(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE person SET version = version + 1, changed_at = :now WHERE id = :id")
                .bind("now", now())
                .bind("id", id)
                .execute());
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    <S extends SqlStatement<S>> S bind(S statement, UUID id, Identity identity) {
        return statement.bindMap(values(id, identity));
    }

    /** What a statement that writes the person binds. */
    Map<String, @Nullable Object> values(UUID id, Identity identity) {
        Map<String, @Nullable Object> values = new HashMap<>();
        identity.cin().ifPresent(cin -> {
            values.put("cinSealed", seal.close(SealedColumn.PERSON_CIN, id, cin.number()));
            values.put("cinIndex", index.of(BlindIndex.Kind.CIN, cin.number()));
            values.put("cinVerified", cin.isVerified());
        });
        for (String cin : List.of("cinSealed", "cinIndex", "cinVerified")) {
            values.putIfAbsent(cin, null);
        }
        values.put("id", id);
        values.put("matricule", identity.matricule());
        values.put("familyAr", identity.name().familyAr());
        values.put("givenAr", identity.name().givenAr());
        values.put("familyLatin", identity.name().familyLatin());
        values.put("givenLatin", identity.name().givenLatin());
        values.put("sex", identity.sex().name());
        values.put("birthDate", identity.birthDate());
        values.put("deathDate", identity.deathDate());
        values.put("province", identity.province());
        values.put("office", identity.office());
        values.put("now", now());
        return values;
    }

    private Optional<PersonRecord> read(String query, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("id", id)
                .mapTo(PersonRecord.class)
                .findOne());
    }
}
