package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import org.jspecify.annotations.Nullable;

/** What every identity keeps, whoever enters it. */
@Singleton
public class IdentityRules {

    private final Clock clock;
    private final KnownPlaces places;

    IdentityRules(Clock clock, KnownPlaces places) {
        this.clock = clock;
        this.places = places;
    }

    /** Refused by name where a date, the province or the office cannot be. */
    public Identity check(Identity identity) {
        check(identity.birthDate(), identity.deathDate());
        places.demandProvince(identity.province());
        places.demandOffice(identity.office());
        return identity;
    }

    /** The same of what a source says, as far as it says it. */
    public void check(Announced announced) {
        check(announced.birthDate(), announced.deathDate());
        places.demandProvince(announced.province());
        places.demandOffice(announced.office());
    }

    private void check(@Nullable LocalDate birth, @Nullable LocalDate death) {
        LocalDate today = today();
        if (birth != null && !Period.isInBounds(birth) && birth.isBefore(today)) {
            throw new RefusedException(new CannotTakePeriod.DateOutOfBounds(birth));
        }
        if (birth != null && birth.isAfter(today)) {
            throw new RefusedException(new CannotTakeIdentity.BornInTheFuture(birth));
        }
        if (death != null && death.isAfter(today)) {
            throw new RefusedException(new CannotTakeIdentity.DiedInTheFuture(death));
        }
        if (death != null && birth != null && death.isBefore(birth)) {
            throw new RefusedException(new CannotTakeIdentity.DiedBeforeBirth(death, birth));
        }
    }

    /** The day at the offices. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
    }
}
