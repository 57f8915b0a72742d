package ma.riaya.localstack;

import org.jspecify.annotations.Nullable;

/** Something stands in the way, said in a sentence that a person can act on. */
public final class StackFault extends RuntimeException {

    public StackFault(String sentence) {
        super(sentence);
    }

    public StackFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
