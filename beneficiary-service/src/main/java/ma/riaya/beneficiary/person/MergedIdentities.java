package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What records are known by, value by value: read, chosen for the survivor, and given back. */
@Singleton
class MergedIdentities {

    /** What a person is told apart by, without the account. */
    static final Set<Field> FIELDS = EnumSet.complementOf(EnumSet.of(Field.ACCOUNT));

    private static final String COLUMNS =
            "matricule, cin_sealed, cin_index, cin_verified, family_name_ar, given_name_ar, family_name_latin, "
                    + "given_name_latin, sex, birth_date, death_date, province, office, account_problem, origins";

    private final Jdbi jdbi;
    private final Persons persons;
    private final Seal seal;
    private final NameIndex names;

    MergedIdentities(Jdbi jdbi, Persons persons, Seal seal, NameIndex names) {
        this.jdbi = jdbi;
        this.persons = persons;
        this.seal = seal;
        this.names = names;
    }

    /** A record as it is known; the number of identity still sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(
            UUID id,
            @Nullable String matricule,
            byte @Nullable [] cinSealed,
            byte @Nullable [] cinIndex,
            @Nullable Boolean cinVerified,
            String familyNameAr,
            String givenNameAr,
            String familyNameLatin,
            String givenNameLatin,
            Sex sex,
            LocalDate birthDate,
            @Nullable LocalDate deathDate,
            @Nullable String province,
            @Nullable String office,
            @Nullable String accountProblem,
            String origins) {

        /** The value as it is compared: of a number of identity its blind index. */
        @Nullable
        Object value(Field field) {
            return switch (field) {
                case MATRICULE -> matricule;
                case CIN -> cinIndex == null ? null : HexFormat.of().formatHex(cinIndex);
                case FAMILY_NAME_AR -> familyNameAr;
                case GIVEN_NAME_AR -> givenNameAr;
                case FAMILY_NAME_LATIN -> familyNameLatin;
                case GIVEN_NAME_LATIN -> givenNameLatin;
                case SEX -> sex;
                case BIRTH_DATE -> birthDate;
                case DEATH_DATE -> deathDate;
                case PROVINCE -> province;
                case OFFICE -> office;
                case ACCOUNT -> null;
            };
        }

        boolean differs(Field field, Known other) {
            return !Objects.equals(value(field), other.value(field));
        }

        boolean diesByEvent() {
            return deathDate != null && Origins.stored(origins).of(Field.DEATH_DATE) == Source.EVENT;
        }

        boolean isVerifiedAndAlive() {
            return Boolean.TRUE.equals(cinVerified) && deathDate == null;
        }
    }

    Known known(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, " + COLUMNS + " FROM person WHERE id = :id")
                .bind("id", person)
                .mapTo(Known.class)
                .one());
    }

    /** As the survivor was known before the merge. */
    Known before(UUID merge, UUID survivor) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT CAST(:survivor AS uuid) AS id, " + COLUMNS
                        + " FROM merged_identity WHERE merge_id = :merge")
                .bind("survivor", survivor)
                .bind("merge", merge)
                .mapTo(Known.class)
                .one());
    }

    void keep(UUID merge, UUID survivor) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO merged_identity (merge_id, " + COLUMNS
                        + ") SELECT :merge, " + COLUMNS + " FROM person WHERE id = :survivor")
                .bind("merge", merge)
                .bind("survivor", survivor)
                .execute());
    }

    /**
     * Gives the person these values of another record; who says them is a hand from now on, but for a death that an event says.
     *
     * @param saidBy who says them where that is the sources of before
     */
    void take(UUID person, Known from, List<Field> fields, Optional<Origins> saidBy) {
        Known now = known(person);
        Origins origins = Origins.stored(now.origins());
        for (Field field : fields) {
            origins = origins.with(
                    List.of(field), saidBy.map(said -> said.of(field)).orElse(Source.ENTRY));
        }
        Known taken = chosen(now, from, fields);
        byte[] cin = fields.contains(Field.CIN) ? resealed(person, from) : now.cinSealed();
        Origins said = origins;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE person SET matricule = :matricule, cin_sealed = :cinSealed, cin_index = :cinIndex,
                            cin_verified = :cinVerified, family_name_ar = :familyAr, given_name_ar = :givenAr,
                            family_name_latin = :familyLatin, given_name_latin = :givenLatin, sex = :sex, birth_date = :birthDate,
                            death_date = :deathDate, province = :province, office = :office, origins = CAST(:origins AS jsonb),
                            version = version + 1, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("id", person)
                .bind("matricule", taken.matricule())
                .bind("cinSealed", cin)
                .bind("cinIndex", taken.cinIndex())
                .bind("cinVerified", taken.cinVerified())
                .bind("familyAr", taken.familyNameAr())
                .bind("givenAr", taken.givenNameAr())
                .bind("familyLatin", taken.familyNameLatin())
                .bind("givenLatin", taken.givenNameLatin())
                .bind("sex", taken.sex().name())
                .bind("birthDate", taken.birthDate())
                .bind("deathDate", taken.deathDate())
                .bind("province", taken.province())
                .bind("office", taken.office())
                .bind("origins", said.stored())
                .bind("now", persons.now())
                .execute());
        names.put(List.of(new NameIndex.Entry(
                person,
                new PersonName(
                        taken.familyNameAr(), taken.givenNameAr(), taken.familyNameLatin(), taken.givenNameLatin()),
                taken.birthDate(),
                taken.office())));
    }

    private byte @Nullable [] resealed(UUID person, Known from) {
        byte[] sealed = from.cinSealed();
        return sealed == null
                ? null
                : seal.close(SealedColumn.PERSON_CIN, person, seal.open(SealedColumn.PERSON_CIN, from.id(), sealed));
    }

    private static Known chosen(Known now, Known from, List<Field> fields) {
        Map<Boolean, Known> of = Map.of(true, from, false, now);
        Function<Field, Known> by = field -> Objects.requireNonNull(of.get(fields.contains(field)));
        return new Known(
                now.id(),
                by.apply(Field.MATRICULE).matricule(),
                now.cinSealed(),
                copy(by.apply(Field.CIN).cinIndex()),
                by.apply(Field.CIN).cinVerified(),
                by.apply(Field.FAMILY_NAME_AR).familyNameAr(),
                by.apply(Field.GIVEN_NAME_AR).givenNameAr(),
                by.apply(Field.FAMILY_NAME_LATIN).familyNameLatin(),
                by.apply(Field.GIVEN_NAME_LATIN).givenNameLatin(),
                by.apply(Field.SEX).sex(),
                by.apply(Field.BIRTH_DATE).birthDate(),
                by.apply(Field.DEATH_DATE).deathDate(),
                by.apply(Field.PROVINCE).province(),
                by.apply(Field.OFFICE).office(),
                now.accountProblem(),
                now.origins());
    }

    private static byte @Nullable [] copy(byte @Nullable [] bytes) {
        return bytes == null ? null : Arrays.copyOf(bytes, bytes.length);
    }
}
