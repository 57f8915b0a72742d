package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every refusal of a service speaks Arabic, French and English, and names in each only what it carries. */
public abstract class TextConventions {

    /** In quotes of code in the terms' last column. */
    private static final Pattern GIVEN_UP = Pattern.compile("`([^`]+)`(?=[^|\n]*\\|\n)");

    private static final Pattern NAMED = Pattern.compile("\\{([a-zA-Z]+)[,}]");

    /** With the form in which the sentence writes it, where it declares one of the kit's. */
    private static final Pattern FORMED = Pattern.compile("\\{([a-zA-Z]+), (money|day|moment|named)}");

    /** An amount, a day or a moment as the parameters of a problem carry it. */
    private static final Pattern FOR_MACHINES =
            Pattern.compile("[0-9]+\\.[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?");

    /** The currency belongs to the form, which keeps it on the line of its amount. */
    private static final Pattern CURRENCY_AFTER_VALUE = Pattern.compile("}[\\s\u00A0]*(MAD|درهم)");

    /** What the kit answers with at least one violation, always. */
    private static final Set<String> HAVE_VIOLATIONS =
            Set.of("parameter-invalid.detail", "body-unknown-field.detail", "body-invalid.detail");

    private final String root;
    private final ProblemTexts texts = new ProblemTexts();

    protected TextConventions(String rootPackage) {
        root = rootPackage;
    }

    @Test
    void theThreeLanguagesHaveTheSameTexts() {
        Set<String> arabic = texts.keys(ProblemTexts.ARABIC);
        assertThat(arabic).isNotEmpty();
        assertThat(texts.keys(Locale.FRENCH)).isEqualTo(arabic);
        assertThat(texts.keys(Locale.ENGLISH)).isEqualTo(arabic);
    }

    @Test
    void theThreeLanguagesNameTheSameValues() {
        for (String key : texts.keys(ProblemTexts.ARABIC)) {
            Set<String> arabic = named(key, ProblemTexts.ARABIC);
            assertThat(named(key, Locale.FRENCH)).as(key).isEqualTo(arabic);
            assertThat(named(key, Locale.ENGLISH)).as(key).isEqualTo(arabic);
        }
    }

    @Test
    void theThreeLanguagesWriteTheSameValuesInTheSameForms() {
        for (String key : texts.keys(ProblemTexts.ARABIC)) {
            Set<String> arabic = formed(key, ProblemTexts.ARABIC);
            assertThat(formed(key, Locale.FRENCH)).as(key).isEqualTo(arabic);
            assertThat(formed(key, Locale.ENGLISH)).as(key).isEqualTo(arabic);
        }
    }

    /** Amounts and days are written as the reader's language writes them; the parameters keep them for machines. */
    @Test
    void noSentenceWritesAnAmountOrADayAsMachinesDo() throws ReflectiveOperationException {
        for (Refusal refusal : refusals()) {
            refusal.parameters().forEach((name, value) -> {
                if (FOR_MACHINES.matcher(value.toString()).matches()) {
                    assertThat(allTexts(refusal.code() + ".title", refusal.code() + ".detail"))
                            .as(refusal.code())
                            .doesNotContain("{" + name + "}");
                }
            });
        }
        Set<String> days = new TreeSet<>();
        for (String key : texts.keys(ProblemTexts.ARABIC)) {
            assertThat(allTexts(key)).as(key).doesNotContainPattern(CURRENCY_AFTER_VALUE);
            formed(key, ProblemTexts.ARABIC).stream()
                    .filter(formed -> formed.endsWith(" day}") || formed.endsWith(" moment}"))
                    .forEach(formed -> days.add("{" + formed.substring(1, formed.indexOf(',')) + "}"));
        }
        for (String key : texts.keys(ProblemTexts.ARABIC)) {
            assertThat(days).as(key).noneMatch(allTexts(key)::contains);
        }
    }

    private String allTexts(String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> ProblemTexts.LANGUAGES.stream().map(language -> texts.pattern(key, language)))
                .collect(Collectors.joining("\n"));
    }

    private Set<String> formed(String key, Locale language) {
        return FORMED.matcher(texts.pattern(key, language))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRefusalHasItsTexts() throws ReflectiveOperationException {
        List<Refusal> refusals = refusals();
        assertThat(refusals).isNotEmpty();
        for (Refusal refusal : refusals) {
            for (Locale language : ProblemTexts.LANGUAGES) {
                for (String part : List.of(".title", ".detail")) {
                    String key = refusal.code() + part;
                    assertThat(texts.has(key, language))
                            .as(key + " in " + language)
                            .isTrue();
                    assertThat(refusal.parameters().keySet()).as(key).containsAll(named(key, language));
                }
            }
        }
    }

    /** A text that cannot be laid out would fail where it is needed most. */
    @Test
    void everyTextCanBeLaidOut() {
        for (Locale language : ProblemTexts.LANGUAGES) {
            for (String key : texts.keys(language)) {
                assertThat(texts.text(key, language, Map.of())).as(key).isNotBlank();
            }
        }
    }

    /** One term a thing: the words that {@code docs/domain/terms.md} gives up do not come back. */
    @Test
    void noWordThatWasGivenUpComesBack() throws IOException {
        List<String> givenUp = GIVEN_UP.matcher(Files.readString(Path.of("../docs/domain/terms.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(givenUp).isNotEmpty();
        for (Locale language : List.of(ProblemTexts.ARABIC, Locale.FRENCH)) {
            for (String key : texts.keys(language)) {
                assertThat(texts.pattern(key, language)).as(key).doesNotContain(givenUp);
            }
        }
    }

    /** A text that sends its reader to violations which are not there sends them nowhere. */
    @Test
    void onlyProblemsWithViolationsSpeakOfThem() {
        for (Locale language : ProblemTexts.LANGUAGES) {
            assertThat(texts.keys(language).stream()
                            .filter(key -> texts.pattern(key, language).contains("violations")))
                    .as(language.toString())
                    .containsExactlyInAnyOrderElementsOf(HAVE_VIOLATIONS);
        }
    }

    private Set<String> named(String key, Locale language) {
        return NAMED.matcher(texts.pattern(key, language))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Refusal> refusals() throws ReflectiveOperationException {
        List<Refusal> found = new ArrayList<>();
        for (JavaClass candidate : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root)) {
            if (candidate.isAssignableTo(Refusal.class) && candidate.isRecord()) {
                found.add(example(candidate.reflect()));
            } else if (candidate.isAssignableTo(Refusal.class) && candidate.isEnum()) {
                found.addAll(Arrays.stream(candidate.reflect().getEnumConstants())
                        .map(Refusal.class::cast)
                        .toList());
            }
        }
        return found;
    }

    private static Refusal example(Class<?> refusal) throws ReflectiveOperationException {
        RecordComponent[] components = refusal.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = refusal.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i]);
        }
        return (Refusal) constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class) {
            return "example";
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == UUID.class) {
            return new UUID(0, 1);
        }
        if (type == java.math.BigDecimal.class) {
            return java.math.BigDecimal.ONE;
        }
        if (type == java.time.Instant.class) {
            return java.time.Instant.EPOCH;
        }
        if (type == java.time.LocalDate.class) {
            return java.time.LocalDate.EPOCH;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == java.util.Optional.class) {
            return java.util.Optional.empty();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] values = new Object[constructor.getParameterCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(constructor.getParameterTypes()[i]);
            }
            return constructor.newInstance(values);
        }
        throw new AssertionError("give TextConventions an example of " + type);
    }
}
