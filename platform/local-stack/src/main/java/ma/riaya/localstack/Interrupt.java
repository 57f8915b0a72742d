package ma.riaya.localstack;

/** What Ctrl-C, or a closed terminal, does at this moment of a command. */
final class Interrupt {

    private volatile Runnable action = () -> {};
    private volatile boolean happened;

    private Interrupt() {}

    static Interrupt watched() {
        var interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::happen, "riaya-interrupt"));
        return interrupt;
    }

    /** From now on it does this before the JVM ends. */
    void does(Runnable work) {
        action = work;
    }

    /** From now on the JVM just ends. */
    void doesNothing() {
        action = () -> {};
    }

    private void happen() {
        happened = true;
        action.run();
    }

    /** For a thread whose work fails only because it is interrupted: it leaves the last word to the interrupt. */
    void leaveTheEndToIt() {
        while (happened) {
            Readiness.pause();
        }
    }
}
