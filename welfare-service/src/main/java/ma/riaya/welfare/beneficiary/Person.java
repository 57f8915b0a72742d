package ma.riaya.welfare.beneficiary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the registry showed them at an instant: the dated snapshot that a file keeps.
 *
 * @param office the regional office that the person belongs to, where one is known
 */
public record Person(
        UUID id,
        String nameAr,
        String nameLatin,
        @Nullable String office,
        @Nullable LocalDate deathDate,
        Instant asOf) {}
