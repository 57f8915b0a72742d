package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ma.riaya.beneficiary.name.PersonName;
import org.jspecify.annotations.Nullable;

/** What a person is known by; an empty part says nothing. */
public record Identity(
        @Nullable String matricule,
        Optional<Cin> cin,
        PersonName name,
        Sex sex,
        LocalDate birthDate,
        @Nullable LocalDate deathDate,
        @Nullable String province,
        @Nullable String office) {

    /** What is known of the person. */
    Set<Field> fields() {
        return new Announced(
                        matricule,
                        cin,
                        name.familyAr(),
                        name.givenAr(),
                        name.familyLatin(),
                        name.givenLatin(),
                        sex,
                        birthDate,
                        deathDate,
                        province,
                        office)
                .fields();
    }
}
