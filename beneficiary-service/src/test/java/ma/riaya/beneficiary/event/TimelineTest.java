package ma.riaya.beneficiary.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Events laid on what is stated. */
class TimelineTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final Holding.Key RETIRED = Holding.Key.of(PERSON, Category.RETIRED);
    private static final Holding.Key ORPHAN = Holding.Key.of(PERSON, Category.ORPHAN);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @Test
    void whatASourceLeftOpenIsEndedAndComesBackWithoutTheEvent() {
        Holding stated = stated(RETIRED, "2010-01-01", null);
        Step died = step(RETIRED, Step.Act.CLOSE, EventKind.DEATH, "2025-07-01");
        Holding ended = laid(RETIRED, List.of(stated), List.of(died)).rows().getFirst();
        assertThat(ended.until()).isEqualTo("2025-07-01");
        assertThat(ended.source()).isEqualTo(Source.HR);
        assertThat(ended.endedBy()).isEqualTo(died.event());
        assertThat(laid(RETIRED, List.of(ended), List.of()).rows()).containsExactly(stated);
    }

    /** What a source states anew after an event ended its first word is in nobody's way when the event goes. */
    @Test
    void whatIsStatedSinceOvertakesAnEndThatWasStatedBefore() {
        Step died = step(RETIRED, Step.Act.CLOSE, EventKind.DEATH, "2025-07-01");
        Holding ended = laid(RETIRED, List.of(stated(RETIRED, "2010-01-01", null)), List.of(died))
                .rows()
                .getFirst();
        Holding since = stated(RETIRED, "2025-09-01", null);
        List<Holding> rows = laid(RETIRED, List.of(since, ended), List.of()).rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().until()).isEqualTo("2025-07-01");
        assertThat(rows.getLast()).isEqualTo(since);
    }

    @Test
    void aStatedEndWithItsReasonStands() {
        Holding stated = stated(RETIRED, "2010-01-01", "2025-12-01");
        Step died = step(RETIRED, Step.Act.CLOSE, EventKind.DEATH, "2025-07-01");
        Timeline timeline = laid(RETIRED, List.of(stated), List.of(died));
        assertThat(timeline.rows()).containsExactly(stated);
        assertThat(timeline.judged().get(died)).isEqualTo(new Timeline.Judged(Outcome.CONFLICT, stated));
    }

    @Test
    void whatTwoEventsFoundStaysUntilBothAreGone() {
        Step first = step(ORPHAN, Step.Act.OPEN, EventKind.DEATH, "2020-01-01");
        Step second = step(ORPHAN, Step.Act.OPEN, EventKind.DEATH, "2021-01-01");
        Timeline both = laid(ORPHAN, List.of(), List.of(second, first));
        assertThat(both.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.from()).isEqualTo("2020-01-01"));
        assertThat(outcome(both, second)).isEqualTo(Outcome.ALREADY);
        assertThat(laid(ORPHAN, both.rows(), List.of(second)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.from()).isEqualTo("2021-01-01"));
        assertThat(laid(ORPHAN, both.rows(), List.of()).rows()).isEmpty();
    }

    @Test
    void anAgeToComeEndsWhatAnEventOpensAndNotYetWhatASourceStates() {
        LocalDate limit = TODAY.plusYears(5);
        Step opened = step(ORPHAN, Step.Act.OPEN, EventKind.DEATH, "2020-01-01");
        assertThat(Timeline.of(ORPHAN, List.of(), List.of(opened), Optional.of(limit), TODAY)
                        .rows()
                        .getFirst()
                        .until())
                .isEqualTo(limit);
        Holding stated = stated(ORPHAN, "2010-01-01", null);
        assertThat(Timeline.of(ORPHAN, List.of(stated), List.of(), Optional.of(limit), TODAY)
                        .rows())
                .containsExactly(stated);
        assertThat(Timeline.of(ORPHAN, List.of(stated), List.of(), Optional.of(limit), limit)
                        .rows()
                        .getFirst()
                        .endReason())
                .isEqualTo(Ages.REACHED);
        Step late = step(ORPHAN, Step.Act.OPEN, EventKind.DEATH, limit.toString());
        assertThat(outcome(Timeline.of(ORPHAN, List.of(), List.of(late), Optional.of(limit), limit), late))
                .isEqualTo(Outcome.NOTHING);
    }

    /** Whatever comes in whichever order, the result is one, its rows lie apart, and without events it is what was stated. */
    @RepeatedTest(200)
    void theOrderOfEnteringDoesNotCount(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Holding> stated = new ArrayList<>();
        LocalDate from = LocalDate.of(1990, 1, 1);
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate begin = from.plusDays(1 + random.nextInt(2_000));
            from = begin.plusDays(1 + random.nextInt(2_000));
            boolean open = i == 1 && random.nextBoolean();
            stated.add(stated(ORPHAN, begin.toString(), open ? null : from.toString()));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            steps.add(step(
                    ORPHAN,
                    random.nextBoolean() ? Step.Act.OPEN : Step.Act.CLOSE,
                    random.nextBoolean() ? EventKind.DEATH : EventKind.REMARRIAGE,
                    LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9_000)).toString()));
        }
        List<Holding> once = laid(ORPHAN, stated, steps).rows();
        Collections.shuffle(steps, random);
        List<Holding> known = new ArrayList<>(once);
        Collections.shuffle(known, random);
        List<Holding> again = laid(ORPHAN, known, steps).rows();
        assertThat(again).isEqualTo(once);
        assertThat(laid(ORPHAN, known, List.of()).rows()).isEqualTo(stated);
        List<Holding> inOrder =
                once.stream().sorted(Comparator.comparing(Holding::from)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i - 1).lastsBeyond(inOrder.get(i).from())).isFalse();
        }
        assertThat(once)
                .allSatisfy(row -> assertThat(row.lastsBeyond(row.from())).isTrue());
    }

    private static Outcome outcome(Timeline timeline, Step step) {
        return Objects.requireNonNull(timeline.judged().get(step)).outcome();
    }

    private static Timeline laid(Holding.Key key, List<Holding> known, List<Step> steps) {
        return Timeline.of(key, known, steps, Optional.empty(), TODAY);
    }

    private static Holding stated(Holding.Key key, String from, @Nullable String until) {
        return new Holding(
                null,
                key,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                until == null ? null : "STATED_SO",
                null,
                Source.HR,
                null,
                null,
                null);
    }

    private static Step step(Holding.Key key, Step.Act act, EventKind kind, String day) {
        return new Step(null, UUID.randomUUID(), kind, LocalDate.parse(day), null, act, key, null);
    }
}
