package ma.riaya.beneficiary.changerequest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
import org.jspecify.annotations.Nullable;

/** A row of {@code change_request}, and whose record it is about. */
@SuppressWarnings("ArrayRecordComponent")
record ChangeRequest(
        UUID id,
        UUID personId,
        String personReference,
        @Nullable String personOffice,
        ChangeKind kind,
        byte[] contentSealed,
        Source source,
        ChangeState state,
        String proposedBy,
        @Nullable String proposedFrom,
        OffsetDateTime proposedAt,
        @Nullable UUID renews,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        byte @Nullable [] answerSealed,
        @Nullable LocalDate payableOn,
        long version) {}
