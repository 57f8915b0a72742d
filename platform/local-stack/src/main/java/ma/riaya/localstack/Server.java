package ma.riaya.localstack;

import java.util.List;

/** One part of the stack, as something that can be started. */
interface Server {

    Part part();

    /** Takes over a process of a run that was killed before it could record it; ends one that cannot be kept. */
    default void adoptOrphan(Progress progress) {}

    /** What stands in the way of a start, each in a sentence; asked for before anything begins. */
    List<String> obstacles();

    /** The slow work before the process exists: unpack, create, migrate a folder. */
    void prepare(Progress progress);

    /** Begins the process and returns at once. */
    void launch();

    /** Returns when the process answers and all that it needs afterwards is done. */
    void awaitReady();

    /** Whether it answers now. */
    boolean isReady();

    /** Asks the process to end in good order, without waiting for it. */
    default void requestStop(ProcessMark process) {
        Stopping.request(process);
    }
}
