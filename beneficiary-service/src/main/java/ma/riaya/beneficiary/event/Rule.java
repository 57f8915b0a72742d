package ma.riaya.beneficiary.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.LinkKind;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of what follows from an event; {@code docs/domain/life-events.md} shows the whole table, drawn from here.
 *
 * @param what the category or the kind of link; null for each category that the person holds
 * @param reason why what is closed ended
 */
record Rule(
        EventKind kind,
        When when,
        Whom whom,
        Step.Act act,
        @Nullable Category category,
        @Nullable LinkKind link,
        @Nullable String reason) {

    /** Under which condition. */
    enum When {
        ALWAYS("always"),
        SUBJECT_ADHERENT("the person was active or retired the day before"),
        SUBJECT_ADHERENT_THAT_DAY("the person is active or retired on the day"),
        OTHER_ADHERENT_THAT_DAY("the other is active or retired on the day"),
        SUBJECT_DEAD_ADHERENT("the person died before it, active or retired until then"),
        NO_OTHER_ADHERENT_SPOUSE("they have no other spouse who is active or retired");

        private final String words;

        When(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** For whom. */
    enum Whom {
        SUBJECT("the person"),
        OTHER("the other"),
        SPOUSES("each spouse of the day before"),
        CHILDREN("each child born by then and under the age limit, or disabled"),
        WARDS("each ward of the day before"),
        COUPLE("the two");

        private final String words;

        Whom(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** All of them, in the order in which they are laid. */
    static final List<Rule> ALL = Stream.of(
                    List.of(
                            closes(EventKind.RETIREMENT, When.ALWAYS, Whom.SUBJECT, Category.ACTIVE, "RETIRED"),
                            opens(EventKind.RETIREMENT, When.ALWAYS, Whom.SUBJECT, Category.RETIRED),
                            opens(EventKind.INJURY_ON_DUTY, When.ALWAYS, Whom.SUBJECT, Category.INJURED_ON_DUTY)),
                    List.of(
                            new Rule(EventKind.DEATH, When.ALWAYS, Whom.SUBJECT, Step.Act.DIE, null, null, null),
                            new Rule(EventKind.DEATH, When.ALWAYS, Whom.SUBJECT, Step.Act.CLOSE, null, null, "DIED"),
                            new Rule(
                                    EventKind.DEATH,
                                    When.ALWAYS,
                                    Whom.SPOUSES,
                                    Step.Act.CLOSE,
                                    null,
                                    LinkKind.SPOUSE,
                                    "DIED"),
                            new Rule(
                                    EventKind.DEATH,
                                    When.ALWAYS,
                                    Whom.WARDS,
                                    Step.Act.CLOSE,
                                    null,
                                    LinkKind.GUARDIAN,
                                    "DIED"),
                            closes(EventKind.DEATH, When.SUBJECT_ADHERENT, Whom.SPOUSES, Category.SPOUSE, "WIDOWED"),
                            opens(EventKind.DEATH, When.SUBJECT_ADHERENT, Whom.SPOUSES, Category.WIDOWED_SPOUSE),
                            closes(EventKind.DEATH, When.SUBJECT_ADHERENT, Whom.CHILDREN, Category.CHILD, "ORPHANED"),
                            opens(EventKind.DEATH, When.SUBJECT_ADHERENT, Whom.CHILDREN, Category.ORPHAN)),
                    marriage(EventKind.MARRIAGE),
                    List.of(closes(
                            EventKind.REMARRIAGE, When.ALWAYS, Whom.SUBJECT, Category.WIDOWED_SPOUSE, "REMARRIED")),
                    marriage(EventKind.REMARRIAGE),
                    List.of(
                            new Rule(
                                    EventKind.DIVORCE,
                                    When.ALWAYS,
                                    Whom.COUPLE,
                                    Step.Act.CLOSE,
                                    null,
                                    LinkKind.SPOUSE,
                                    "DIVORCED"),
                            closes(
                                    EventKind.DIVORCE,
                                    When.NO_OTHER_ADHERENT_SPOUSE,
                                    Whom.SUBJECT,
                                    Category.SPOUSE,
                                    "DIVORCED"),
                            closes(
                                    EventKind.DIVORCE,
                                    When.NO_OTHER_ADHERENT_SPOUSE,
                                    Whom.OTHER,
                                    Category.SPOUSE,
                                    "DIVORCED")),
                    List.of(
                            new Rule(
                                    EventKind.BIRTH,
                                    When.ALWAYS,
                                    Whom.OTHER,
                                    Step.Act.OPEN,
                                    null,
                                    LinkKind.CHILD,
                                    null),
                            opens(EventKind.BIRTH, When.SUBJECT_ADHERENT_THAT_DAY, Whom.OTHER, Category.CHILD),
                            opens(EventKind.BIRTH, When.SUBJECT_DEAD_ADHERENT, Whom.OTHER, Category.ORPHAN)),
                    limits(EventKind.END_OF_SCHOOLING, Step.Act.SCHOOLED),
                    limits(EventKind.DISABILITY, Step.Act.UNLIMITED))
            .flatMap(List::stream)
            .toList();

    static List<Rule> of(EventKind kind) {
        return ALL.stream().filter(rule -> rule.kind() == kind).toList();
    }

    private static List<Rule> marriage(EventKind kind) {
        return List.of(
                new Rule(kind, When.ALWAYS, Whom.COUPLE, Step.Act.OPEN, null, LinkKind.SPOUSE, null),
                opens(kind, When.SUBJECT_ADHERENT_THAT_DAY, Whom.OTHER, Category.SPOUSE),
                opens(kind, When.OTHER_ADHERENT_THAT_DAY, Whom.SUBJECT, Category.SPOUSE));
    }

    private static List<Rule> limits(EventKind kind, Step.Act act) {
        return Arrays.stream(new Category[] {Category.CHILD, Category.ORPHAN})
                .map(category -> new Rule(kind, When.ALWAYS, Whom.SUBJECT, act, category, null, null))
                .toList();
    }

    private static Rule opens(EventKind kind, When when, Whom whom, Category category) {
        return new Rule(kind, when, whom, Step.Act.OPEN, category, null, null);
    }

    private static Rule closes(EventKind kind, When when, Whom whom, Category category, String reason) {
        return new Rule(kind, when, whom, Step.Act.CLOSE, category, null, reason);
    }
}
