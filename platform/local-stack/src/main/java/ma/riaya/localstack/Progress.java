package ma.riaya.localstack;

/** Who is told what happens while the stack starts and stops. */
public interface Progress {

    /** Something that takes time begins. */
    void begin(String what);

    /** What began last has ended well. */
    void end(String outcome);

    /** A sentence that is not a step. */
    void note(String sentence);

    /** For tests: says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String what) {}

            @Override
            public void end(String outcome) {}

            @Override
            public void note(String sentence) {}
        };
    }

    /** Does the work as one step. */
    default void step(String what, String outcome, Runnable work) {
        begin(what);
        work.run();
        end(outcome);
    }
}
