package ma.riaya.localstack;

import java.time.Duration;
import java.util.function.Consumer;

/** Ends a process: asked first, made to after a while. */
final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Stopping() {}

    static void stop(ProcessMark process, Consumer<ProcessMark> request) {
        request.accept(process);
        await(process);
    }

    /** Asks with SIGTERM. */
    static void request(ProcessMark process) {
        process.handle().ifPresent(ProcessHandle::destroy);
    }

    /** Returns when it has ended, which after the patience it is made to. */
    static void await(ProcessMark process) {
        if (!endsInTime(process)) {
            kill(process);
        }
    }

    /** As a power cut would end it. */
    static void kill(ProcessMark process) {
        process.handle().ifPresent(ProcessHandle::destroyForcibly);
        if (!endsInTime(process)) {
            throw new StackFault("Process " + process.pid() + " does not end, not even when killed.");
        }
    }

    private static boolean endsInTime(ProcessMark process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Readiness.pause();
        }
        return true;
    }
}
