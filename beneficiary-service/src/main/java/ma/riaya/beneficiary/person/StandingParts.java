package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands of the parts of a person, in words that are compared when a change is approved. */
@Singleton
public class StandingParts {

    private final PersonParts parts;

    StandingParts(PersonParts parts) {
        this.parts = parts;
    }

    /** The periods of one category as they are known now, such as {@code 2019-02-03/2024-05-01 REMARRIED}. */
    public String categories(UUID person, Category category) {
        return parts.categories(person).stream()
                .filter(row -> row.category() == category)
                .map(row -> period(row.from(), row.until(), row.endReason()))
                .collect(Collectors.joining("; "));
    }

    /** What the one is known to be to the other, for which periods. */
    public String links(UUID person, LinkKind kind, UUID other) {
        return parts.links(person).stream()
                .filter(row -> row.kind() == kind && row.personId().equals(other))
                .map(row -> period(row.from(), row.until(), row.endReason()))
                .collect(Collectors.joining("; "));
    }

    /** The pensions as they are known now, such as {@code 2019-03-01/ 1850.00}. */
    public String pensions(UUID person) {
        return parts.pensions(person).stream()
                .map(row -> period(row.from(), row.until(), row.amount().amount()))
                .collect(Collectors.joining("; "));
    }

    private static String period(LocalDate from, @Nullable LocalDate until, @Nullable String more) {
        return from + "/" + (until == null ? "" : until) + (more == null ? "" : " " + more);
    }
}
