package ma.riaya.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.regex.Pattern;

/** Where in a body a reader stopped: {@code groups[2].category}; empty for the body as a whole. */
final class FaultPath {

    private static final int MOST_CHARACTERS = 100;
    private static final int MOST_STEPS = 20;

    /** What cannot be shown: control characters, and halves of a pair, which no answer could carry. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private FaultPath() {}

    static String of(JsonProcessingException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            // What the parser itself could not read lies deeper than the last value that was being built.
            if (cause instanceof JsonProcessingException parsing
                    && !(cause instanceof JsonMappingException)
                    && parsing.getProcessor() instanceof JsonParser parser) {
                return ofContext(parser.getParsingContext());
            }
        }
        return unreadable instanceof JsonMappingException mapping ? ofSteps(mapping.getPath()) : "";
    }

    /** A name that the caller chose, cut to a length that an answer may have. */
    static String shown(String name) {
        String visible = NOT_SHOWN.matcher(name).replaceAll("\uFFFD");
        return visible.codePointCount(0, visible.length()) <= MOST_CHARACTERS
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }

    private static String ofSteps(List<JsonMappingException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : steps.subList(0, Math.min(steps.size(), MOST_STEPS))) {
            add(path, step.getFieldName() == null ? "" : step.getFieldName(), step.getIndex());
        }
        return path.toString();
    }

    private static String ofContext(JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        JsonPointer step = context.pathAsPointer();
        for (int steps = 0; !step.matches() && steps < MOST_STEPS; steps++) {
            add(path, step.getMatchingIndex() < 0 ? step.getMatchingProperty() : "", step.getMatchingIndex());
            step = step.tail();
        }
        return path.toString();
    }

    private static void add(StringBuilder path, String name, int index) {
        if (name.isEmpty()) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(shown(name));
        }
    }
}
