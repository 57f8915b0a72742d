package ma.riaya.kit.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The texts of all problems in the three languages: those of this kit and those of the service it stands in. */
@Singleton
public class ProblemTexts {

    public static final Locale ARABIC = Locale.of("ar");
    public static final List<Locale> LANGUAGES = List.of(ARABIC, Locale.FRENCH, Locale.ENGLISH);

    private final Map<Locale, Map<String, TextPattern>> texts = new HashMap<>();

    public ProblemTexts() {
        for (Locale language : LANGUAGES) {
            Properties read = new Properties();
            read("problems/kit_" + language + ".properties", read);
            read("problems/refusals_" + language + ".properties", read);
            Map<String, String> all = new HashMap<>();
            read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
            Map<String, TextPattern> patterns = new HashMap<>();
            all.forEach((key, source) -> patterns.put(key, new TextPattern(source, language, all)));
            texts.put(language, patterns);
        }
    }

    /** The language to answer in; Arabic unless the caller prefers French or English. */
    public static Locale negotiate(@Nullable String acceptLanguage) {
        return acceptLanguage == null
                ? ARABIC
                : new AcceptedLanguages(acceptLanguage).best(LANGUAGES).orElse(ARABIC);
    }

    public boolean has(String key, Locale language) {
        return texts(language).containsKey(key);
    }

    /** Every key known in the language, sorted; read by the test that compares the languages. */
    public Set<String> keys(Locale language) {
        return Collections.unmodifiableSet(new TreeSet<>(texts(language).keySet()));
    }

    /** The pattern of a key as it is written, with its named values in braces, and their forms where they have one. */
    public String pattern(String key, Locale language) {
        TextPattern pattern = texts(language).get(key);
        return pattern == null ? "" : pattern.source();
    }

    /** The text of a key with its named values filled in; the key itself where no text exists, so that nothing fails twice. */
    public String text(String key, Locale language, Map<String, Object> values) {
        TextPattern pattern = texts(language).get(key);
        return pattern == null ? key : pattern.with(values);
    }

    private Map<String, TextPattern> texts(Locale language) {
        Map<String, TextPattern> found = texts.get(language);
        if (found == null) {
            throw new IllegalArgumentException("not one of the product's languages: " + language);
        }
        return found;
    }

    private static void read(String resource, Properties into) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            for (URL url : Collections.list(loader.getResources(resource))) {
                try (InputStream in = url.openStream();
                        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    into.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
