package ma.riaya.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;

/** One key, one request at a time; another key does not wait. */
class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void letsOneAtATimeUseAKey() throws Exception {
        AtomicInteger within = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            for (Future<?> each : IntStream.range(0, 20)
                    .mapToObj(i -> many.submit(() -> turns.take(claim("k"), () -> {
                        most.accumulateAndGet(within.incrementAndGet(), Math::max);
                        Thread.yield();
                        return within.decrementAndGet();
                    })))
                    .toList()) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(most).hasValue(1);
        assertThat(turns.inUse()).isZero();
    }

    @Test
    void letsAnotherKeyPassAndRefusesWhoWaitsTooLong() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<?> holder = one.submit(() -> turns.take(claim("held"), () -> {
                holding.countDown();
                return awaited(done);
            }));
            holding.await();
            assertThat(turns.<String>take(claim("another"), () -> "passed")).isEqualTo("passed");
            assertThatThrownBy(() -> turns.take(claim("held"), () -> "twice"))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(CannotRepeat.InFlight.class));
            done.countDown();
            holder.get(30, TimeUnit.SECONDS);
        }
        assertThat(turns.inUse()).isZero();
    }

    @Test
    void freesTheKeyOfWhatFailed() {
        assertThatThrownBy(() -> turns.take(claim("k"), () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(turns.<String>take(claim("k"), () -> "again")).isEqualTo("again");
        assertThat(turns.inUse()).isZero();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Answers.Claim claim(String key) {
        return new Answers.Claim("khadija", key, "Operation", new byte[0], Idempotent.Kept.FOR_EVER);
    }
}
