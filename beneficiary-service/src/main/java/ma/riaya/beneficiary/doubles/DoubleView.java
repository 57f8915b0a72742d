package ma.riaya.beneficiary.doubles;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.person.PossibleDoubles;
import ma.riaya.beneficiary.person.RecordSide;
import ma.riaya.beneficiary.person.Resemblance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two persons who may be one, in short. */
@Schema(name = "Double")
record DoubleView(
        UUID id,
        Short one,
        Short other,
        PossibleDoubles.Certainty certainty,

        @Schema(examples = "0.93", description = "How close the names are in both scripts, from 0 to 1.")
        BigDecimal score,

        Reasons reasons,
        PairState state,
        Instant foundAt,
        @Nullable String apartReason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,

        @Schema(examples = "[\"set-apart\", \"propose-merge\"]", description = "What the reader may do now.")
        List<String> actions) {

    /** What agrees. */
    @Schema(name = "DoubleReasons")
    record Reasons(
            Resemblance.Birth birthDateIs,
            Resemblance.Agreement sexIs,
            Resemblance.Agreement cinIs,
            Resemblance.Agreement matriculeIs,
            Resemblance.Agreement officeIs) {}

    @Schema(name = "DoublePerson")
    record Short(
            UUID id,
            @Schema(examples = "CMR-000123") String reference,
            @Schema(examples = "فاطمة الزهراء آيت بن حدو") String nameAr,
            @Schema(examples = "Fatima Zahra AIT BENHADDOU") String nameLatin,
            @Schema(examples = "1968-04-21") LocalDate birthDate,
            @Nullable @Schema(examples = "ERR") String office) {

        static Short of(PersonDirectory.Entry person) {
            return new Short(
                    person.id(),
                    person.reference(),
                    person.givenNameAr() + " " + person.familyNameAr(),
                    person.givenNameLatin() + " " + person.familyNameLatin(),
                    person.birthDate(),
                    person.office());
        }

        /** A name is never logged. */
        @Override
        public String toString() {
            return "person " + id;
        }
    }

    /** The two records side by side. */
    @Schema(name = "DoubleCompared")
    record Compared(
            UUID id,
            RecordSide one,
            RecordSide other,
            PossibleDoubles.Certainty certainty,
            @Schema(examples = "0.93") BigDecimal score,
            Reasons reasons,
            PairState state,
            Instant foundAt,
            @Nullable String apartReason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<String> actions) {

        static Compared of(
                DoublePair pair, RecordSide one, RecordSide other, @Nullable String apartReason, List<String> actions) {
            return new Compared(
                    pair.id(),
                    one,
                    other,
                    pair.certainty(),
                    pair.score(),
                    agreed(pair),
                    pair.state(),
                    pair.foundAt().toInstant(),
                    apartReason,
                    pair.decidedBy(),
                    decidedOn(pair),
                    actions);
        }
    }

    static DoubleView of(
            DoublePair pair,
            PersonDirectory.Entry one,
            PersonDirectory.Entry other,
            @Nullable String apartReason,
            List<String> actions) {
        return new DoubleView(
                pair.id(),
                Short.of(one),
                Short.of(other),
                pair.certainty(),
                pair.score(),
                agreed(pair),
                pair.state(),
                pair.foundAt().toInstant(),
                apartReason,
                pair.decidedBy(),
                decidedOn(pair),
                actions);
    }

    private static Reasons agreed(DoublePair pair) {
        return new Reasons(pair.birthDate(), pair.sex(), pair.cin(), pair.matricule(), pair.office());
    }

    private static @Nullable Instant decidedOn(DoublePair pair) {
        return Optional.ofNullable(pair.decidedAt())
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
