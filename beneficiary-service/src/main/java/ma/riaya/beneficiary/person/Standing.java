package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.name.PersonName;
import org.jspecify.annotations.Nullable;

/** What stands of a person when a row about them comes. */
record Standing(
        Facts facts,
        Origins origins,
        List<HeldBy> categories,
        List<PaidBy> pensions,
        @Nullable InUse account) {

    /** The values themselves. */
    @SuppressWarnings("ArrayRecordComponent")
    record Facts(
            UUID id,
            String reference,
            @Nullable String matricule,
            byte @Nullable [] cinIndex,
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

        PersonName name() {
            return new PersonName(familyNameAr, givenNameAr, familyNameLatin, givenNameLatin);
        }
    }

    /** A category, who said so, and whether an event or an age opened or ended it. */
    record HeldBy(UUID id, Source source, Maker maker, RegistryRow.HeldCategory held) {

        /** Whether the source takes back what it said, or what nobody's own file said, of the categories that it keeps. */
        boolean isTakenBackBy(Source announcing) {
            return maker == Maker.STATED
                    && (source == announcing
                            || (source == Source.REGISTRY && held.category().isAnnouncedBy(announcing)));
        }
    }

    /** What made a row what it is. */
    enum Maker {
        /** It stands as its source states it. */
        STATED,
        /** An event opened it, or an event or an age ended it otherwise than its source states. */
        DERIVED
    }

    /** A pension, and who said so. */
    record PaidBy(UUID id, Source source, RegistryRow.HeldPension held) {

        boolean isTakenBackBy(Source announcing) {
            return source == announcing || source == Source.REGISTRY;
        }
    }

    /** The account in use, and who announced it. */
    @SuppressWarnings("ArrayRecordComponent")
    record InUse(Source source, byte[] ibanIndex) {}
}
