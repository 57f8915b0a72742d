package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import ma.riaya.beneficiary.name.PersonName;
import org.jspecify.annotations.Nullable;

/** What a source says a person is known by; what it leaves out, it does not say. */
public record Announced(
        @Nullable String matricule,
        Optional<Cin> cin,
        @Nullable String familyNameAr,
        @Nullable String givenNameAr,
        @Nullable String familyNameLatin,
        @Nullable String givenNameLatin,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate deathDate,
        @Nullable String province,
        @Nullable String office) {

    /** What is said. */
    Set<Field> fields() {
        Set<Field> said = EnumSet.noneOf(Field.class);
        note(said, Field.MATRICULE, matricule);
        note(said, Field.CIN, cin.orElse(null));
        note(said, Field.FAMILY_NAME_AR, familyNameAr);
        note(said, Field.GIVEN_NAME_AR, givenNameAr);
        note(said, Field.FAMILY_NAME_LATIN, familyNameLatin);
        note(said, Field.GIVEN_NAME_LATIN, givenNameLatin);
        note(said, Field.SEX, sex);
        note(said, Field.BIRTH_DATE, birthDate);
        note(said, Field.DEATH_DATE, deathDate);
        note(said, Field.PROVINCE, province);
        note(said, Field.OFFICE, office);
        return said;
    }

    /** All that a new person needs; empty where a part of it is not said. */
    public Optional<Identity> whole() {
        if (familyNameAr == null
                || givenNameAr == null
                || familyNameLatin == null
                || givenNameLatin == null
                || sex == null
                || birthDate == null) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                matricule,
                cin,
                new PersonName(familyNameAr, givenNameAr, familyNameLatin, givenNameLatin),
                sex,
                birthDate,
                deathDate,
                province,
                office));
    }

    private static void note(Set<Field> said, Field field, @Nullable Object value) {
        if (value != null) {
            said.add(field);
        }
    }

    /** Neither a name nor a number is ever logged. */
    @Override
    public String toString() {
        return "Announced";
    }
}
