package ma.riaya.kit.problem;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text of one language, ready to take its named values.
 *
 * <p>In Arabic each value stands between isolates. Without them the order on the screen goes wrong:
 * after Arabic letters digits count as an Arabic number, so that what a hyphen joins to them, in an identifier or a date, is drawn on its other side.
 */
final class TextPattern {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final String source;
    private final Locale language;
    private final String pattern;
    private final List<Place> places;
    private final Map<String, String> others;

    /** A value and its form; the pattern names it by both, for another place may write it otherwise. */
    private record Place(String value, ValueForm form) {

        String name() {
            return value + "_" + form.name();
        }
    }

    /** Among the {@code others} of its language stand the names of coded values, such as {@code name-programme-HAJJ_FULL}. */
    TextPattern(String source, Locale language, Map<String, String> others) {
        this.source = source;
        this.language = language;
        this.others = others;
        this.places = new ArrayList<>();
        this.pattern = prepared();
    }

    String source() {
        return source;
    }

    String with(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        for (Place place : places) {
            Object value = values.get(place.value());
            if (value != null) {
                all.put(place.name(), written(place, value));
            }
        }
        return new MessageFormat(pattern, withWesternDigits(language)).format(all);
    }

    private String written(Place place, Object value) {
        String written = place.form().written(value, language);
        return place.form() == ValueForm.NAMED
                ? others.getOrDefault("name-" + place.value() + "-" + written, written)
                : written;
    }

    private String prepared() {
        MessagePattern parsed = new MessagePattern(source);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < parsed.countParts(); i++) {
            Place place = place(parsed, i);
            if (place != null) {
                places.add(place);
                text.append(source, copied, parsed.getPart(i).getIndex()).append(isolated("{" + place.name() + "}"));
                copied = parsed.getPart(parsed.getLimitPartIndex(i)).getLimit();
            }
        }
        return text.append(source, copied, source.length()).toString();
    }

    /** The place that begins at a part of the pattern; none where the message format itself writes the value. */
    private static @Nullable Place place(MessagePattern parsed, int at) {
        Part part = parsed.getPart(at);
        if (part.getType() != Part.Type.ARG_START) {
            return null;
        }
        String value = parsed.getSubstring(parsed.getPart(at + 1));
        if (part.getArgType() == ArgType.NONE) {
            return new Place(value, ValueForm.PLAIN);
        }
        return part.getArgType() == ArgType.SIMPLE
                ? ValueForm.named(parsed.getSubstring(parsed.getPart(at + 2)))
                        .map(form -> new Place(value, form))
                        .orElse(null)
                : null;
    }

    private String isolated(String place) {
        return language.equals(ProblemTexts.ARABIC) ? FIRST_STRONG_ISOLATE + place + POP_ISOLATE : place;
    }

    /** Morocco writes Arabic with Western digits. */
    private static Locale withWesternDigits(Locale language) {
        return language.equals(ProblemTexts.ARABIC) ? Locale.forLanguageTag("ar-MA-u-nu-latn") : language;
    }
}
