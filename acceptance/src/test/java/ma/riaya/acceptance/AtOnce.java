package ma.riaya.acceptance;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many clients that begin in the same instant. */
final class AtOnce {

    private AtOnce() {}

    /** What each of so many clients is answered, in their order. */
    static <T> List<T> clients(int count, IntFunction<T> call) {
        CountDownLatch ready = new CountDownLatch(count);
        return run(count, count, client -> {
            ready.countDown();
            ready.await();
            return call.apply(client);
        });
    }

    /** The same work so many times, by a few hands: for preparing what a test needs much of. */
    static <T> List<T> times(int count, int hands, IntFunction<T> call) {
        return run(count, hands, call::apply);
    }

    private interface Work<T> {
        T of(int number) throws InterruptedException;
    }

    private static <T> List<T> run(int count, int threads, Work<T> work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> under = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> work.of(number))
                    .map(hands::submit)
                    .toList();
            return under.stream().map(AtOnce::answer).toList();
        }
    }

    private static <T> T answer(Future<T> under) {
        try {
            return under.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
