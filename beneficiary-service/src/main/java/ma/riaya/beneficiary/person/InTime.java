package ma.riaya.beneficiary.person;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of which day something is asked, and as it was known when. */
class InTime {

    @QueryParam("on")
    @Nullable
    @Parameter(description = "The day asked about; today where left out.", example = "2025-07-01")
    LocalDate on;

    @QueryParam("knownAt")
    @Nullable
    @Parameter(
            description = "The moment whose knowledge counts; now where left out.",
            example = "2025-07-04T09:30:00.123456Z")
    OffsetDateTime knownAt;

    /** The day; refused where no life on record reaches it. */
    LocalDate day(LocalDate today) {
        LocalDate day = on == null ? today : on;
        if (!Period.isInBounds(day)) {
            throw new RefusedException(new CannotKnow.DayOutOfBounds(day.toString()));
        }
        return day;
    }

    @Nullable
    Instant moment() {
        return knownAt == null ? null : knownAt.toInstant();
    }
}
