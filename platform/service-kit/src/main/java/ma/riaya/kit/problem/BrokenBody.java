package ma.riaya.kit.problem;

import java.io.IOException;

/** The caller went away, waited too long or wrote chunks that are none: the body has no end, and mostly nobody is left to read an answer. */
final class BrokenBody extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenBody(IOException brokenOff) {
        super(brokenOff);
    }
}
