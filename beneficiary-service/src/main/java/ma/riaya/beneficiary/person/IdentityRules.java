package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every identity keeps, whoever enters it. */
@Singleton
public class IdentityRules {

    private final Clock clock;
    private final Set<String> offices;

    IdentityRules(Clock clock, @ConfigProperty(name = "riaya.offices") Set<String> offices) {
        this.clock = clock;
        this.offices = Set.copyOf(offices);
    }

    /** Refused by name where a date or the office cannot be. */
    public Identity check(Identity identity) {
        LocalDate today = today();
        if (!Period.isInBounds(identity.birthDate()) && identity.birthDate().isBefore(today)) {
            throw new RefusedException(new CannotTakePeriod.DateOutOfBounds(identity.birthDate()));
        }
        if (identity.birthDate().isAfter(today)) {
            throw new RefusedException(new CannotTakeIdentity.BornInTheFuture(identity.birthDate()));
        }
        LocalDate death = identity.deathDate();
        if (death != null && death.isAfter(today)) {
            throw new RefusedException(new CannotTakeIdentity.DiedInTheFuture(death));
        }
        if (death != null && death.isBefore(identity.birthDate())) {
            throw new RefusedException(new CannotTakeIdentity.DiedBeforeBirth(death, identity.birthDate()));
        }
        if (identity.office() != null && !offices.contains(identity.office())) {
            throw new RefusedException(new CannotTakeIdentity.OfficeUnknown(identity.office()));
        }
        return identity;
    }

    /** The day at the offices. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
    }
}
