package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.name.NameMatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who of the registry may be the same person, the surest first. */
@Schema(name = "PossibleDoubles")
record PossibleDoublesView(List<Possible> items) {

    /** One of them, and what says so. */
    @Schema(name = "PossibleDouble")
    record Possible(
            UUID id,
            @Schema(examples = "CMR-000123") String reference,
            @Schema(examples = "آيت بن حدو") String familyNameAr,
            @Schema(examples = "فاطمة الزهراء") String givenNameAr,
            @Schema(examples = "AIT BENHADDOU") String familyNameLatin,
            @Schema(examples = "Fatima Zahra") String givenNameLatin,
            @Schema(examples = "1968-04-21") LocalDate birthDate,
            @Nullable @Schema(examples = "ERR") String office,
            PossibleDoubles.Certainty certainty,

            @Schema(examples = "0.93", description = "How close the names are in both scripts, from 0 to 1.")
            double nameScore,

            @Schema(description = "The parts of the names in the script in which they differ more.")
            List<NamePart> nameParts,

            Resemblance.Birth birthDateIs,
            Resemblance.Agreement sexIs,
            Resemblance.Agreement cinIs,
            Resemblance.Agreement matriculeIs,
            Resemblance.Agreement officeIs) {

        static Possible of(PersonDirectory.Entry person, PossibleDoubles.Candidate candidate) {
            Resemblance resemblance = candidate.resemblance();
            return new Possible(
                    person.id(),
                    person.reference(),
                    person.familyNameAr(),
                    person.givenNameAr(),
                    person.familyNameLatin(),
                    person.givenNameLatin(),
                    person.birthDate(),
                    person.office(),
                    candidate.certainty(),
                    resemblance.name().score(),
                    resemblance.name().parts().stream()
                            .map(part -> new NamePart(part.asked(), part.found(), part.how()))
                            .toList(),
                    resemblance.birth(),
                    resemblance.sex(),
                    resemblance.cin(),
                    resemblance.matricule(),
                    resemblance.office());
        }

        /** A name is never logged. */
        @Override
        public String toString() {
            return "possible double " + id;
        }
    }

    @Schema(name = "PossibleDoubleNamePart")
    record NamePart(
            @Nullable @Schema(examples = "Abdel Latif") String ours,
            @Nullable @Schema(examples = "Abdellatif") String theirs,
            NameMatch.How how) {

        /** A name is never logged. */
        @Override
        public String toString() {
            return "part " + how;
        }
    }
}
