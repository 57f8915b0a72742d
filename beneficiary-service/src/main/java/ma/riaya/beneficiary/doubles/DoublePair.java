package ma.riaya.beneficiary.doubles;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import ma.riaya.beneficiary.person.PossibleDoubles;
import ma.riaya.beneficiary.person.Resemblance;
import org.jspecify.annotations.Nullable;

/** A row of {@code double_pair}. */
@SuppressWarnings("ArrayRecordComponent")
record DoublePair(
        UUID id,
        UUID one,
        UUID other,
        PossibleDoubles.Certainty certainty,
        BigDecimal score,
        Resemblance.Birth birthDate,
        Resemblance.Agreement sex,
        Resemblance.Agreement cin,
        Resemblance.Agreement matricule,
        Resemblance.Agreement office,
        PairState state,
        OffsetDateTime foundAt,
        byte @Nullable [] apartSealed,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        long version) {}
