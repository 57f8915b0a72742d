package ma.riaya.acceptance.story;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what takes its time, and says what did not come. */
final class Patience {

    private Patience() {}

    static <T> T await(String what, Duration most, Duration pause, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new StoryFailed(what + " did not come within " + most.toSeconds() + " s");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryFailed("interrupted while waiting: " + what, e);
            }
        }
    }
}
