package ma.riaya.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a process to answer, and for no longer than it lives. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE_OF_ONE_QUESTION = Duration.ofSeconds(2);

    private final RunFolder run;
    private final LogFiles logs;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE_OF_ONE_QUESTION).build();

    Readiness(RunFolder run, LogFiles logs) {
        this.run = run;
        this.logs = logs;
    }

    void await(Part part, Duration patience, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (run.find(part).isEmpty()) {
                throw new StackFault(part.title() + " ended while it was starting." + logs.excerpt(part.id()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFault(part.title() + " runs but does not answer after " + patience.toSeconds() + " s."
                        + logs.excerpt(part.id()));
            }
            pause();
        }
    }

    boolean answers(URI address) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE_OF_ONE_QUESTION)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while waiting.", e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while waiting.", e);
        }
    }
}
