package ma.riaya.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A bounded number of clients that each do the same act again and again, the next one as soon as the last is answered. */
final class Load {

    /** One act, such as one request; the number counts up over all clients, so that no two acts are alike. */
    @FunctionalInterface
    interface Act {
        void run(int number) throws Exception;
    }

    private final int clients;

    Load(int clients) {
        this.clients = clients;
    }

    /** Acts until the time is over; what was begun in time is finished and counted. */
    Figures during(Duration time, Act act) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return run(number -> System.nanoTime() < end, act);
    }

    /** The same, and ends before where so many acts are done. */
    Figures during(Duration time, int most, Act act) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return run(number -> number < most && System.nanoTime() < end, act);
    }

    /** Acts exactly so many times. */
    Figures times(int acts, Act act) throws Exception {
        return run(number -> number < acts, act);
    }

    /** Each client acts once in so long, as people do who read what they asked for; only the acts are timed. */
    Figures paced(Duration time, Duration every, Act act) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return run(number -> System.nanoTime() < end, act, every);
    }

    private Figures run(java.util.function.IntPredicate goOn, Act act) throws Exception {
        return run(goOn, act, Duration.ZERO);
    }

    private Figures run(java.util.function.IntPredicate goOn, Act act, Duration every) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<long[]> all = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(pool.submit(() -> {
                    LongStream.Builder nanos = LongStream.builder();
                    for (int number = next.getAndIncrement(); goOn.test(number); number = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        act.run(number);
                        long took = System.nanoTime() - start;
                        nanos.add(took);
                        if (every.toNanos() > took) {
                            Thread.sleep(Duration.ofNanos(every.toNanos() - took));
                        }
                    }
                    all.add(nanos.build().toArray());
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return Figures.of(all, System.nanoTime() - begin);
    }
}
