package ma.riaya.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void answersInArabicUnlessAnotherIsPreferred() {
        for (String nothing : new String[] {null, "", "   ", "*", "tlh", "de,es;q=0.5"}) {
            assertThat(ProblemTexts.negotiate(nothing)).as(nothing).isEqualTo(ProblemTexts.ARABIC);
        }
    }

    @Test
    void answersInTheFirstPreferenceThatItHas() {
        assertThat(ProblemTexts.negotiate("fr")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("FR")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("en")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("ar")).isEqualTo(ProblemTexts.ARABIC);
        assertThat(ProblemTexts.negotiate("de, fr;q=0.8, en;q=0.9")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("fr;q=0.1, en;q=0.2")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("de, *")).isEqualTo(ProblemTexts.ARABIC);
    }

    @Test
    void takesARegionForItsLanguage() {
        assertThat(ProblemTexts.negotiate("fr-MA,fr;q=0.9")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("en-GB")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("ar-MA")).isEqualTo(ProblemTexts.ARABIC);
        assertThat(ProblemTexts.negotiate("ar-Latn-MA")).isEqualTo(ProblemTexts.ARABIC);
    }

    @Test
    void leavesOutALanguageThatIsNotWanted() {
        assertThat(ProblemTexts.negotiate("ar;q=0, en")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("ar;q=0, *;q=0.1")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("*;q=0, fr;q=0.2")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("fr;q=0.000")).isEqualTo(ProblemTexts.ARABIC);
        assertThat(ProblemTexts.negotiate("*;q=0")).isEqualTo(ProblemTexts.ARABIC);
    }

    @Test
    void weighsAnyLanguageAsTheHeaderSays() {
        assertThat(ProblemTexts.negotiate("*, fr;q=0.5")).isEqualTo(ProblemTexts.ARABIC);
        assertThat(ProblemTexts.negotiate("fr, *;q=0.5")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("fr, *")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("en;q=0.5, fr;q=0.5")).isEqualTo(Locale.ENGLISH);
    }

    /** Amazigh and Moroccan Arabic have no texts of their own. */
    @Test
    void goesOnToTheNextWhereALanguageHasNoTexts() {
        assertThat(ProblemTexts.negotiate("zgh, fr;q=0.5")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.negotiate("ary")).isEqualTo(ProblemTexts.ARABIC);
        assertThat(ProblemTexts.negotiate("fr;q=much, en;q=0.1")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.negotiate("de,".repeat(1_000) + "fr")).isEqualTo(Locale.FRENCH);
    }

    @Test
    void answersInArabicWhereThePreferenceCannotBeRead() {
        for (String odd : List.of(";;;q=", "fr;q=much", "-", "fr;q=2", "xx-", ",", "fr;", "é", "a".repeat(5_000))) {
            assertThat(ProblemTexts.negotiate(odd)).as(odd).isEqualTo(ProblemTexts.ARABIC);
        }
    }

    @Test
    void fillsInTheNamedValues() {
        assertThat(texts.text("office-out-of-reach.detail", Locale.ENGLISH, Map.of("office", "ERR")))
                .isEqualTo("It is with office ERR: only that office and headquarters reach it.");
    }

    @Test
    void setsValuesApartInArabic() {
        assertThat(texts.text("violation-unknown-field", ProblemTexts.ARABIC, Map.of("field", "01922007-7718")))
                .isEqualTo("الخانة \u206801922007-7718\u2069 غير معروفة هنا.");
        assertThat(texts.text("violation-unknown-field", Locale.FRENCH, Map.of("field", "01922007-7718")))
                .isEqualTo("Le champ 01922007-7718 est inconnu ici.");
    }

    /** Morocco writes Arabic with Western digits. */
    @Test
    void writesWesternDigitsInArabic() {
        assertThat(texts.text("violation-size", ProblemTexts.ARABIC, Map.of("min", 3, "max", 1_200)))
                .contains("3")
                .doesNotContainPattern("[\u0660-\u0669]");
    }

    /** A text that is missing must not turn one failure into two. */
    @Test
    void givesTheKeyWhereThereIsNoText() {
        assertThat(texts.text("no-such-code.title", Locale.FRENCH, Map.of())).isEqualTo("no-such-code.title");
        assertThat(texts.has("no-such-code.title", Locale.FRENCH)).isFalse();
        assertThat(texts.pattern("no-such-code.title", Locale.FRENCH)).isEmpty();
    }

    @Test
    void hasEveryTextInEachLanguage() {
        assertThat(texts.keys(ProblemTexts.ARABIC)).isNotEmpty();
        for (Locale language : ProblemTexts.LANGUAGES) {
            assertThat(texts.keys(language)).as(language.toString()).isEqualTo(texts.keys(ProblemTexts.ARABIC));
            for (String key : texts.keys(language)) {
                assertThat(texts.pattern(key, language)).as(key).isNotBlank();
            }
        }
    }

    @Test
    void writesArabicInArabicScriptAndTheOthersInLatin() {
        for (String key : texts.keys(ProblemTexts.ARABIC)) {
            assertThat(texts.pattern(key, ProblemTexts.ARABIC)).as(key).containsPattern("\\p{IsArabic}");
            assertThat(texts.pattern(key, Locale.FRENCH)).as(key).doesNotContainPattern("\\p{IsArabic}");
            assertThat(texts.pattern(key, Locale.ENGLISH)).as(key).doesNotContainPattern("\\p{IsArabic}");
        }
    }

    @Test
    void knowsNoOtherLanguage() {
        assertThatThrownBy(() -> texts.keys(Locale.GERMAN)).isInstanceOf(IllegalArgumentException.class);
    }
}
