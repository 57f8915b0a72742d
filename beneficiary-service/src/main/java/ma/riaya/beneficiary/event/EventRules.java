package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.FamilyRules;
import ma.riaya.beneficiary.person.Holding.Key;
import ma.riaya.beneficiary.person.Holdings;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.Period;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** What an event must keep: refused where it certainly cannot be, warned of where it is only unlikely. */
@Singleton
class EventRules {

    /** A child may be born so long after its father's death. */
    private static final int MONTHS_AFTER_DEATH = 12;

    private final Holdings holdings;
    private final Events events;
    private final Replay replay;
    private final FamilyRules family;
    private final IdentityRules identity;

    EventRules(Holdings holdings, Events events, Replay replay, FamilyRules family, IdentityRules identity) {
        this.holdings = holdings;
        this.events = events;
        this.replay = replay;
        this.family = family;
        this.identity = identity;
    }

    /** The doubts about an event; one that is about to be corrected does not count. */
    List<String> check(UUID person, EventBody body, @Nullable LifeEvent corrected) {
        demandShape(body);
        Holdings.Person known =
                Objects.requireNonNull(holdings.seen(List.of(person)).get(person));
        demandTime(known, body, corrected);
        demandOnce(person, body, corrected);
        List<String> doubts = new ArrayList<>();
        UUID other = body.otherId();
        if (other != null && body.kind() == EventKind.BIRTH) {
            demandBornThen(other, body.day());
            doubts.addAll(family.check(other, LinkKind.CHILD, person, body.day()));
        } else if (other != null && body.kind() != EventKind.DIVORCE) {
            doubts.addAll(family.check(person, LinkKind.SPOUSE, other, body.day()));
        }
        Family before = replay.family(List.of(person), corrected);
        if (body.kind() == EventKind.DIVORCE
                && !before.spousesOn(person, body.day().minusDays(1)).contains(other)) {
            throw new RefusedException(new CannotRecord.NotMarried(body.day()));
        }
        doubt(before, person, body, doubts);
        return doubts;
    }

    private static void demandShape(EventBody body) {
        boolean named = body.otherId() != null;
        if (!named && body.kind().other() == EventKind.Other.NEEDED) {
            throw new RefusedException(new CannotRecord.OtherMissing(body.kind()));
        }
        if (named && body.kind().other() == EventKind.Other.NONE) {
            throw new RefusedException(new CannotRecord.OtherNotWanted(body.kind()));
        }
        if ((body.manner() != null) != (body.kind() == EventKind.DEATH)) {
            throw new RefusedException(new CannotRecord.MannerOfADeath());
        }
    }

    private void demandTime(Holdings.Person known, EventBody body, @Nullable LifeEvent corrected) {
        LocalDate day = body.day();
        boolean ahead = day.isAfter(identity.today());
        if (ahead && (body.kind() != EventKind.END_OF_SCHOOLING || !Period.isInBounds(day))) {
            throw new RefusedException(new CannotRecord.InTheFuture(day));
        }
        if (day.isBefore(known.birthDate())) {
            throw new RefusedException(new CannotRecord.BeforeBirth(day, known.birthDate()));
        }
        LocalDate death = known.deathDate();
        boolean deathItself =
                body.kind() == EventKind.DEATH || (corrected != null && corrected.kind() == EventKind.DEATH);
        if (death == null || deathItself) {
            return;
        }
        LocalDate last = body.kind() == EventKind.BIRTH ? death.plusMonths(MONTHS_AFTER_DEATH) : death;
        if (day.isAfter(last)) {
            throw new RefusedException(new CannotRecord.AfterDeath(day, death));
        }
    }

    private void demandOnce(UUID person, EventBody body, @Nullable LifeEvent corrected) {
        events.standing(List.of(person)).stream()
                .filter(event -> event.personId().equals(person) && event.kind() == body.kind())
                .filter(event -> corrected == null || !event.id().equals(corrected.id()))
                .filter(event -> body.kind().isOnce() || isTheSame(event, body))
                .findFirst()
                .ifPresent(event -> {
                    throw new RefusedException(new CannotRecord.StandsAlready(event.kind(), event.id()));
                });
    }

    private static boolean isTheSame(LifeEvent event, EventBody body) {
        return event.day().equals(body.day()) && Objects.equals(event.otherId(), body.otherId());
    }

    private void demandBornThen(UUID child, LocalDate day) {
        LocalDate birth =
                Objects.requireNonNull(holdings.seen(List.of(child)).get(child)).birthDate();
        if (!birth.equals(day)) {
            throw new RefusedException(new CannotRecord.BornOnAnotherDay(day, birth));
        }
    }

    private static void doubt(Family before, UUID person, EventBody body, List<String> doubts) {
        LocalDate eve = body.day().minusDays(1);
        boolean active = before.holdsOn(Key.of(person, Category.ACTIVE), eve);
        boolean wantsService = body.kind() == EventKind.RETIREMENT
                || body.kind() == EventKind.INJURY_ON_DUTY
                || body.manner() == Manner.ON_DUTY
                || body.manner() == Manner.IN_SERVICE;
        if (wantsService && !active) {
            doubts.add("was-not-active");
        }
        boolean widowed = before.holdsOn(Key.of(person, Category.WIDOWED_SPOUSE), eve);
        if (body.kind() == EventKind.REMARRIAGE && !widowed) {
            doubts.add("was-not-widowed");
        }
        if (body.kind() == EventKind.MARRIAGE && widowed) {
            doubts.add("remarriage-meant");
        }
    }
}
