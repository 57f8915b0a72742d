package ma.riaya.kit.text;

import java.util.Optional;

/** The characters that no text keeps: they cannot be read, cannot be stored, or show a reader something else than what is written. */
public final class Characters {

    private static final String DOTTED_CIRCLE = "\u25CC";

    private Characters() {}

    /** How many lines a text has. */
    public enum Lines {
        ONE,
        SEVERAL
    }

    /** A character and its place in the text, counted from 1 in characters. */
    public record Found(int codePoint, int position) {

        /** As Unicode names it, such as {@code U+202E}: what cannot be seen can be named. */
        public String code() {
            return "U+%04X".formatted(codePoint);
        }

        /** The character itself, a mark on the circle that Unicode has for this; nothing where it cannot be seen. */
        public String shown() {
            if (isMark(codePoint)) {
                return DOTTED_CIRCLE + Character.toString(codePoint);
            }
            return isVisible(codePoint) ? Character.toString(codePoint) : "";
        }
    }

    /** The first character that the text may not have. */
    public static Optional<Found> refusedIn(String text, Lines lines) {
        int position = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int one = text.codePointAt(at);
            position++;
            if (isRefused(one) && !(lines == Lines.SEVERAL && isLineBreak(one))) {
                return Optional.of(new Found(one, position));
            }
        }
        return Optional.empty();
    }

    /** Whether something is written and nothing of it can be seen: blanks and marks without width alone. */
    public static boolean isInvisible(String text) {
        return !text.isEmpty() && text.codePoints().noneMatch(Characters::isVisible);
    }

    private static boolean isRefused(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsDirection(one) || isNoCharacter(one);
        };
    }

    private static boolean isLineBreak(int one) {
        return one == '\n' || one == '\r';
    }

    /** Embeddings, overrides and isolates; the marks that only help numbers stand right in Arabic text are none of them. */
    private static boolean turnsDirection(int one) {
        return (one >= 0x202A && one <= 0x202E) || (one >= 0x2066 && one <= 0x2069);
    }

    /** Code points that Unicode gives to no character for ever; XML takes none of them. */
    private static boolean isNoCharacter(int one) {
        return (one & 0xFFFE) == 0xFFFE || (one >= 0xFDD0 && one <= 0xFDEF);
    }

    private static boolean isMark(int one) {
        return switch (Character.getType(one)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isVisible(int one) {
        return switch (Character.getType(one)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> !isMark(one);
        };
    }
}
