package ma.riaya.acceptance.story;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells a story to whoever runs it, and stops it where the product does otherwise.
 * Each check compares what is with what must be, and is printed only once it held.
 */
public final class Narrator {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final PrintStream out;
    private int steps;
    private int checks;
    private boolean takenUp;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    public void title(String title) {
        steps = 0;
        out.println();
        out.println(title);
        out.println("=".repeat(title.length()));
    }

    public void step(String sentence) {
        steps++;
        out.println();
        out.printf("%2d. %s%n", steps, sentence);
    }

    public void say(String sentence) {
        out.println("    " + sentence);
    }

    /** Says whether the run begins or is taken up again, as its first answer tells. */
    void begin(Run run, Answer first) {
        takenUp = first.isReplayed();
        say(
                takenUp
                        ? "run \"" + run.name() + "\" was begun before: each step that was done answers from memory"
                        : "run \"" + run.name() + "\" begins; told again, it changes nothing");
    }

    /** Insists that the two are equal. */
    public void confirm(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new StoryFailed(what + ": must be " + shown(expected) + ", but is " + shown(actual));
        }
        held(what + ": " + shown(actual));
    }

    /** Insists that two sums agree to the centime. */
    public void confirmSum(String what, BigDecimal expected, BigDecimal actual) {
        if (expected.compareTo(actual) != 0) {
            throw new StoryFailed(what + ": must be " + Dirhams.shown(expected) + ", but is " + Dirhams.shown(actual));
        }
        held(what + ": " + Dirhams.shown(actual));
    }

    /** Insists that two lists name the same things, and says which differ. */
    public void confirmSame(String what, Set<String> expected, Collection<String> actual) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        Set<String> added = new TreeSet<>(actual);
        added.removeAll(expected);
        if (!missing.isEmpty() || !added.isEmpty() || actual.size() != expected.size()) {
            throw new StoryFailed(what + ": must be the same " + expected.size() + ", but are " + actual.size()
                    + "; missing " + few(missing) + ", not expected " + few(added));
        }
        held(what + ": " + shown(actual.size()) + ", the same ones");
    }

    /**
     * Insists on the refusal of an own act, by a code that says so and no other.
     * In a run taken up again the thing may be past it: whoever asks is refused then, which shows nothing and is no check.
     */
    void confirmRefused(String what, Answer answer, String... codes) {
        if (takenUp && answer.status() == 409) {
            answer.expectRefusal(409);
            say(what + ": shown when this run was begun, and past by now");
            return;
        }
        answer.expectRefusal(403);
        if (!List.of(codes).contains(answer.code())) {
            throw new StoryFailed(
                    what + ": must be refused as " + String.join(" or ", codes) + ", but is as " + answer.problem());
        }
        held(what + " (" + answer.status() + " " + answer.code() + "): "
                + answer.json().path("detail").asText());
    }

    public void confirmThat(boolean holds, String sentence) {
        if (!holds) {
            throw new StoryFailed("it should hold, and does not, that " + sentence);
        }
        held(sentence);
    }

    private void held(String what) {
        checks++;
        out.println("    ✓ " + what);
    }

    public void end() {
        out.println();
        out.println("The story came to its end; " + checks + " checks held.");
    }

    /** An Arabic name among Latin words: isolated, so that the terminal does not turn the line around it. */
    static String arabic(String name) {
        return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
    }

    private static String shown(Object value) {
        return value instanceof Number number && !(value instanceof BigDecimal)
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString();
    }

    private static String few(Set<String> references) {
        return references.size() + " " + references.stream().limit(5).toList();
    }
}
