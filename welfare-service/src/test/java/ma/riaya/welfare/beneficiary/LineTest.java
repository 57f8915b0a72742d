package ma.riaya.welfare.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ma.riaya.kit.problem.RefusedException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who asks waits while anybody is answered, and no longer. */
class LineTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONGER = Duration.ofMillis(1_200);
    private static final Duration REST = Duration.ofMillis(300);
    private static final String ANSWERED = "answered";
    private static final String UNAVAILABLE = "registry-unavailable";
    private static final String BUSY = "registry-busy";

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    @Test
    void aCrowdIsServedAFewAtATimeHoweverLongItTakes() {
        Line line = line(2, LONG, Duration.ZERO);

        // Together they take twice as long as anybody waits for a registry that is silent.
        List<String> ends = crowd(40, line, answerAfter(Duration.ofMillis(40)));

        assertThat(ends).containsOnly(ANSWERED);
        assertThat(mostUnderWay).hasValue(2);
    }

    @Test
    void whoWaitedTooLongWhileOthersWereAnsweredIsToldThatItIsBusy() {
        Line line = line(1, Duration.ofMillis(300), Duration.ZERO);

        List<String> ends = crowd(10, line, answerAfter(Duration.ofMillis(120)));

        assertThat(ends).containsOnly(ANSWERED, BUSY);
        assertThat(asked.get()).isLessThan(10);
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(ANSWERED);
    }

    @Test
    void allWhoWaitGiveUpASilentRegistryTogetherAndNobodyAsksItAnew() {
        Line line = line(2, LONG, LONG);

        List<String> ends = crowd(20, line, silence());

        assertThat(ends).containsOnly(UNAVAILABLE);
        assertThat(asked).hasValue(2);
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(UNAVAILABLE);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRegistryThatFallsSilentInTheMiddleOfACrowdIsGivenUpByAllWhoStillWait() {
        Line line = line(2, LONG, LONG);
        AtomicInteger number = new AtomicInteger();

        List<String> ends = crowd(
                30,
                line,
                Uni.createFrom()
                        .deferred(() -> number.getAndIncrement() < 8 ? answerAfter(Duration.ofMillis(10)) : silence()));

        assertThat(ends.stream().filter(ANSWERED::equals)).hasSize(8);
        assertThat(ends.stream().filter(UNAVAILABLE::equals)).hasSize(22);
        assertThat(asked).hasValue(10);
    }

    @Test
    void oneTriesForAllAfterARestAndItsAnswerLetsTheOthersAskAgain() {
        Line line = line(2, LONG, REST);
        ask(line, silence());

        Awaitility.await().until(() -> ask(line, silence()).equals(UNAVAILABLE) && asked.get() == 2);
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(UNAVAILABLE);
        Awaitility.await().until(() -> ask(line, answerAfter(Duration.ZERO)).equals(ANSWERED));

        assertThat(asked).hasValue(3);
        assertThat(crowd(20, line, answerAfter(Duration.ofMillis(5)))).containsOnly(ANSWERED);
    }

    @Test
    void oneSlowAnswerIsNoSilenceWhileOthersAreAnswered() {
        Line line = line(3, LONG, LONG);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> slow = callers.submit(() -> ask(line, answerAfter(SHORT.plus(SHORT))));
            Future<String> never = callers.submit(() -> ask(line, silence()));
            while (!never.isDone()) {
                assertThat(ask(line, answerAfter(Duration.ofMillis(5)))).isEqualTo(ANSWERED);
            }
            assertThat(never.resultNow()).isEqualTo(UNAVAILABLE);
            assertThat(slow.resultNow()).isEqualTo(ANSWERED);
        }
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(ANSWERED);
    }

    @Test
    void whatIsRefusedAtOnceIsAskedAgainByTheNext() {
        Line line = line(1, LONG, LONG);

        assertThat(ask(line, counted(Uni.createFrom().failure(new ConnectException()))))
                .isEqualTo(UNAVAILABLE);
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(ANSWERED);
        assertThat(asked).hasValue(2);
    }

    @Test
    void anAnswerThatSaysNoIsPassedOnAndLeavesItsPlace() {
        Line line = line(1, LONG, LONG);

        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> line.ask(Uni.createFrom().failure(new NotFoundException())))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> line.ask(Uni.createFrom().failure(new NullPointerException("a mistake"))))
                .isInstanceOf(NullPointerException.class);
        assertThat(ask(line, answerAfter(Duration.ZERO))).isEqualTo(ANSWERED);
    }

    /** Who came first is served first, and who gives up makes no place for two. */
    @Test
    void placesAreHandedOnInTheOrderInWhichTheyWereWaitedFor() {
        Places places = new Places(1);
        CompletableFuture<Void> first = places.lineUp();
        CompletableFuture<Void> second = places.lineUp();
        CompletableFuture<Void> third = places.lineUp();
        CompletableFuture<Void> fourth = places.lineUp();
        assertThat(first).isDone();

        places.leave(second);
        assertThat(third).isNotDone();
        places.leave(first);

        assertThat(third).isDone();
        assertThat(fourth).isNotDone();
        places.leave(third);
        assertThat(fourth).isDone();
        places.leave(fourth);
        assertThat(places.lineUp()).isDone();
        assertThat(places.lineUp()).isNotDone();
    }

    private static Line line(int atOnce, Duration turn, Duration rest) {
        return new Line(new Line.Bounds(atOnce, SHORT, LONGER, turn, rest), System::nanoTime);
    }

    /** How each of so many who ask at once ends. */
    private static List<String> crowd(int size, Line line, Uni<String> question) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, size)
                    .mapToObj(caller -> callers.submit(() -> ask(line, question)))
                    .toList()
                    .stream()
                    .map(LineTest::end)
                    .toList();
        }
    }

    private static String end(Future<String> asking) {
        try {
            return asking.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String ask(Line line, Uni<String> question) {
        try {
            return line.ask(question);
        } catch (RefusedException refused) {
            return refused.refusal().code();
        }
    }

    private Uni<String> silence() {
        return counted(Uni.createFrom().nothing());
    }

    private Uni<String> answerAfter(Duration delay) {
        Uni<String> answer = Uni.createFrom().item(ANSWERED);
        return counted(delay.isZero() ? answer : answer.onItem().delayIt().by(delay));
    }

    private Uni<String> counted(Uni<String> question) {
        return question.onSubscription()
                .invoke(() -> {
                    asked.incrementAndGet();
                    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                })
                .onTermination()
                .invoke(underWay::decrementAndGet);
    }
}
