package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.Holdings;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.protection.SeeEverybody;
import org.jspecify.annotations.Nullable;

/**
 * Lays the events of a family anew on what is stated of it, and writes only where the result differs from what is known.
 *
 * <p>What follows follows whoever enters it: also for relatives whom they do not see, of whom their answer tells nothing.
 *
 * <p>So a correction needs no undoing: an event that stands no more is simply not laid, and what something else founds stays.
 */
@Singleton
class Replay {

    private final Holdings holdings;
    private final Events events;
    private final Steps steps;
    private final Ages ages;
    private final IdentityRules rules;
    private final SeeEverybody everybody;

    Replay(Holdings holdings, Events events, Steps steps, Ages ages, IdentityRules rules, SeeEverybody everybody) {
        this.holdings = holdings;
        this.events = events;
        this.steps = steps;
        this.ages = ages;
        this.rules = rules;
        this.everybody = everybody;
    }

    /** A family as it stands, with every event laid that concerns it. */
    private record Laid(Family family, List<Step> known, List<Step> following, Map<UUID, Holdings.Person> persons) {}

    /** Holds the families of these persons until the transaction ends, in one order for all, before anything else is. */
    void hold(Set<UUID> persons) {
        everybody.meanwhile(() -> holdings.lock(related(persons)));
    }

    /** Replays the events of these persons; answers whose record changed. */
    Set<UUID> run(Collection<UUID> persons) {
        return everybody.meanwhile(() -> layAnew(persons));
    }

    private Set<UUID> layAnew(Collection<UUID> persons) {
        List<LifeEvent> standing = events.standing(persons);
        Set<UUID> subjects = new HashSet<>(persons);
        standing.forEach(event -> {
            subjects.add(event.personId());
            Optional.ofNullable(event.otherId()).ifPresent(subjects::add);
        });
        Map<UUID, Holdings.Person> locked = holdings.lock(related(subjects));
        Laid laid = lay(standing, locked);
        List<Step> gone = without(laid.known(), laid.following(), Step::saysTheSameAs);
        List<Step> come = without(laid.following(), laid.known(), Step::saysTheSameAs);
        steps.turn(gone, come);
        Set<UUID> changed = write(laid.family());
        // Of whoever was erased nothing is entered any more.
        subjects.stream()
                .map(locked::get)
                .filter(Objects::nonNull)
                .flatMap(subject -> enterDeath(subject, laid.following()).stream())
                .forEach(changed::add);
        Stream.concat(gone.stream(), come.stream())
                .forEach(step -> changed.add(step.key().person()));
        holdings.touch(changed);
        return changed;
    }

    /** What became of the steps of these events, as it stands now. */
    Map<UUID, List<Judged>> judge(List<LifeEvent> asked) {
        return everybody.meanwhile(() -> judgeAll(asked));
    }

    private Map<UUID, List<Judged>> judgeAll(List<LifeEvent> asked) {
        Set<UUID> subjects = new HashSet<>();
        asked.forEach(event -> {
            subjects.add(event.personId());
            Optional.ofNullable(event.otherId()).ifPresent(subjects::add);
        });
        Set<UUID> members = related(subjects);
        Family family = new Family(holdings.seen(members), holdings.of(members), ages, rules.today());
        List<Step> known = steps.about(members);
        family.add(known);
        Set<UUID> wanted = asked.stream().map(LifeEvent::id).collect(Collectors.toSet());
        return known.stream()
                .filter(step -> wanted.contains(step.event()))
                .sorted(Comparator.comparing(step -> String.valueOf(step.id())))
                .map(step -> judged(step, family))
                .collect(Collectors.groupingBy(judged -> judged.step().event()));
    }

    /** A step, what became of it, and what stands in its way: a row, or of a death another day. */
    record Judged(
            Step step,
            Outcome outcome,
            @Nullable Holding against,
            @Nullable LocalDate otherDay,
            @Nullable Source otherSource) {}

    private static Judged judged(Step step, Family family) {
        if (step.act() == Step.Act.DIE) {
            return judgedDeath(step, family.person(step.key().person()));
        }
        Timeline.Judged found = family.timeline(step.key()).judged().get(step);
        return found == null
                ? new Judged(step, Outcome.NOTHING, null, null, null)
                : new Judged(step, found.outcome(), found.against(), null, null);
    }

    private static Judged judgedDeath(Step step, Holdings.@Nullable Person dead) {
        if (dead == null || !step.day().equals(dead.deathDate())) {
            return new Judged(
                    step,
                    Outcome.CONFLICT,
                    null,
                    dead == null ? null : dead.deathDate(),
                    dead == null ? null : dead.deathSource());
        }
        boolean ours = dead.deathSource() == Source.EVENT;
        return new Judged(step, ours ? Outcome.APPLIED : Outcome.ALREADY, null, null, null);
    }

    /** The family as it stands without the event that is about to be corrected. */
    Family family(Collection<UUID> persons, @Nullable LifeEvent without) {
        return everybody.meanwhile(() -> familyWithout(persons, without));
    }

    private Family familyWithout(Collection<UUID> persons, @Nullable LifeEvent without) {
        Set<UUID> members = related(new HashSet<>(persons));
        Family family = new Family(holdings.seen(members), holdings.of(members), ages, rules.today());
        family.add(steps.about(members).stream()
                .filter(step -> without == null || !step.event().equals(without.id()))
                .toList());
        return family;
    }

    private Set<UUID> related(Set<UUID> subjects) {
        Set<UUID> related = holdings.relatives(subjects);
        steps.about(subjects).forEach(step -> {
            related.add(step.key().person());
            Optional.ofNullable(step.key().other()).ifPresent(related::add);
        });
        return related;
    }

    /** The events of these lives are laid anew; those of the relatives' lives as they were. */
    private Laid lay(List<LifeEvent> standing, Map<UUID, Holdings.Person> persons) {
        Family family = new Family(persons, holdings.of(persons.keySet()), ages, rules.today());
        List<Step> all = steps.about(persons.keySet());
        Set<UUID> laidAnew = standing.stream().map(LifeEvent::id).collect(Collectors.toSet());
        Set<UUID> staying = events.standing(persons.keySet()).stream()
                .map(LifeEvent::id)
                .filter(event -> !laidAnew.contains(event))
                .collect(Collectors.toSet());
        List<Step> kept =
                all.stream().filter(step -> staying.contains(step.event())).toList();
        family.add(kept);
        List<Step> following = new ArrayList<>(kept);
        for (LifeEvent event : standing) {
            List<Step> planned = FollowRules.of(event, family);
            family.add(planned);
            following.addAll(planned);
        }
        return new Laid(family, all, following, persons);
    }

    private Set<UUID> write(Family family) {
        List<Holding> closed = new ArrayList<>();
        List<Holding> opened = new ArrayList<>();
        for (Holding.Key key : family.keys()) {
            if (family.person(key.person()) == null) {
                continue;
            }
            List<Holding> wanted = family.timeline(key).rows();
            closed.addAll(without(family.known(key), wanted, Holding::saysTheSameAs));
            opened.addAll(without(wanted, family.known(key), Holding::saysTheSameAs));
        }
        holdings.turn(closed, opened);
        return Stream.concat(closed.stream(), opened.stream())
                .map(row -> row.key().person())
                .collect(Collectors.toSet());
    }

    /** A death that a source or a hand entered stays, whatever an event says; the difference is shown as a conflict. */
    private Optional<UUID> enterDeath(Holdings.Person person, List<Step> following) {
        LocalDate said = following.stream()
                .filter(step ->
                        step.act() == Step.Act.DIE && step.key().person().equals(person.id()))
                .map(Step::day)
                .findFirst()
                .orElse(null);
        LocalDate known = person.deathDate();
        boolean ours = known == null || person.deathSource() == Source.EVENT;
        if (!ours || Objects.equals(known, said)) {
            return Optional.empty();
        }
        holdings.die(person.id(), said);
        return Optional.of(person.id());
    }

    private static <T> List<T> without(List<T> all, List<T> others, BiPredicate<T, T> same) {
        return all.stream()
                .filter(one -> others.stream().noneMatch(other -> same.test(one, other)))
                .toList();
    }
}
