package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.beneficiary.name.PersonName;
import org.jspecify.annotations.Nullable;

/** A row of {@code person}. */
@SuppressWarnings("ArrayRecordComponent")
record PersonRecord(
        UUID id,
        String reference,
        @Nullable String matricule,
        byte @Nullable [] cinSealed,
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
        long version) {

    PersonName name() {
        return new PersonName(familyNameAr, givenNameAr, familyNameLatin, givenNameLatin);
    }

    /** As a bank wants it. */
    String holder() {
        return givenNameLatin + " " + familyNameLatin;
    }
}
