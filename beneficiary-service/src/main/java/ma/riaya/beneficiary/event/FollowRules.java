package ma.riaya.beneficiary.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding.Key;
import ma.riaya.beneficiary.person.LinkKind;

/** Says what follows from an event in a family, by the table of rules. */
final class FollowRules {

    private final LifeEvent event;
    private final Family family;

    private FollowRules(LifeEvent event, Family family) {
        this.event = event;
        this.family = family;
    }

    /** The steps, each once; what the family holds is read as it was before the event. */
    static List<Step> of(LifeEvent event, Family family) {
        FollowRules follow = new FollowRules(event, family);
        return Rule.of(event.kind()).stream().flatMap(follow::steps).distinct().toList();
    }

    private Stream<Step> steps(Rule rule) {
        return keys(rule).stream().map(key -> Step.of(event, rule.act(), key, rule.reason()));
    }

    private Collection<Key> keys(Rule rule) {
        LinkKind link = rule.link();
        if (link != null) {
            return links(rule, link);
        }
        return persons(rule).stream()
                .filter(person -> holds(rule.when(), person))
                .flatMap(person -> keys(rule, person))
                .toList();
    }

    private Stream<Key> keys(Rule rule, UUID person) {
        Category category = rule.category();
        if (category != null) {
            return Stream.of(Key.of(person, category));
        }
        return rule.act() == Step.Act.DIE
                ? Stream.of(new Key(person, null, null, null))
                : family.categoriesAbout(person, event.day()).stream().map(each -> Key.of(person, each));
    }

    private Collection<UUID> persons(Rule rule) {
        UUID subject = event.personId();
        return switch (rule.whom()) {
            case SUBJECT -> List.of(subject);
            case OTHER -> other().map(List::of).orElse(List.of());
            case SPOUSES -> family.spousesOn(subject, eve());
            case CHILDREN -> family.childrenBy(subject, event.day());
            case WARDS, COUPLE -> throw new IllegalStateException(rule.whom() + " are linked, and hold nothing by it");
        };
    }

    private Collection<Key> links(Rule rule, LinkKind link) {
        UUID subject = event.personId();
        return switch (rule.whom()) {
            case SPOUSES -> family.marriagesOn(subject, eve());
            case WARDS -> family.guardianshipsOn(subject, eve());
            case OTHER ->
                other().map(child -> List.of(Key.of(child, link, subject))).orElse(List.of());
            case COUPLE ->
                other().map(spouse -> rule.act() == Step.Act.CLOSE
                                ? marriagesWith(spouse)
                                : List.of(Key.of(subject, link, spouse)))
                        .orElse(List.of());
            case SUBJECT, CHILDREN -> throw new IllegalStateException(rule.whom() + " have no link of " + link);
        };
    }

    private List<Key> marriagesWith(UUID spouse) {
        List<Key> found = new ArrayList<>(family.marriagesOn(event.personId(), eve()));
        found.removeIf(key -> !spouse.equals(key.person()) && !spouse.equals(key.other()));
        return found;
    }

    private boolean holds(Rule.When when, UUID person) {
        UUID subject = event.personId();
        return switch (when) {
            case ALWAYS -> true;
            case SUBJECT_ADHERENT -> family.isAdherentOn(subject, eve());
            case SUBJECT_ADHERENT_THAT_DAY -> family.isAdherentOn(subject, event.day());
            case OTHER_ADHERENT_THAT_DAY ->
                other().filter(spouse -> family.isAdherentOn(spouse, event.day()))
                        .isPresent();
            case SUBJECT_DEAD_ADHERENT -> diedAdherent(subject);
            case NO_OTHER_ADHERENT_SPOUSE ->
                family.spousesOn(person, event.day()).stream()
                        .filter(spouse -> !isOfTheCouple(spouse))
                        .noneMatch(spouse -> family.isAdherentOn(spouse, event.day()));
        };
    }

    private boolean diedAdherent(UUID person) {
        LocalDate death = Optional.ofNullable(family.person(person))
                .map(known -> known.deathDate())
                .orElse(null);
        return death != null && !death.isAfter(event.day()) && family.isAdherentOn(person, death.minusDays(1));
    }

    private boolean isOfTheCouple(UUID spouse) {
        return spouse.equals(event.personId()) || spouse.equals(event.otherId());
    }

    private Optional<UUID> other() {
        return Optional.ofNullable(event.otherId());
    }

    private LocalDate eve() {
        return Objects.requireNonNull(event.day()).minusDays(1);
    }
}
