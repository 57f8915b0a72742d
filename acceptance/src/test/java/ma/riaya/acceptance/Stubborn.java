package ma.riaya.acceptance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.riaya.acceptance.story.ApiFailure;
import ma.riaya.acceptance.story.StoryFailed;

/**
 * A client that sends the same call with the same key until it is answered, whatever happens to the services meanwhile.
 *
 * <p>It only repeats what the contract allows to repeat: no answer at all, 503, and the same key still under way.
 */
final class Stubborn {

    private static final Duration MOST = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 250;

    private int unanswered;
    private int unavailable;

    void until(Runnable attempt) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!answered(attempt, end)) {
            pause();
        }
    }

    private boolean answered(Runnable attempt, long end) {
        try {
            attempt.run();
            return true;
        } catch (StoryFailed failed) {
            if (!mayRepeat(failed) || System.nanoTime() > end) {
                throw failed;
            }
            if (failed instanceof ApiFailure) {
                unavailable++;
            } else {
                unanswered++;
            }
            return false;
        }
    }

    private static boolean mayRepeat(StoryFailed failed) {
        return !(failed instanceof ApiFailure answer)
                || answer.status() == 503
                || answer.code().equals("idempotency-key-in-flight");
    }

    /** How often a call had to be repeated, and why. */
    String told() {
        return unanswered + " calls without an answer and " + unavailable + " answered 503 were sent again";
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted between two tries", e);
        }
    }
}
