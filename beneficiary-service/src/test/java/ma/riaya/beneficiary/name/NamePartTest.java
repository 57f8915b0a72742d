package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a name, and the one form in which it is taken. */
class NamePartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "آيت بن حدو",
                "عبد اللطيف",
                "أگزناي",
                "ڤيتوريا",
                "پول",
                "ڭيماوي",
                "امحمد",
                "سيدي م. العلوي",
                "آل-ياسين",
                "مُحَمَّد",
                "عبد الرحمٰن",
                "لؤي",
                "إئتلاف",
                "هدى"
            })
    void arabicNamesPassAsTheyAre(String name) {
        assertThat(NamePart.FAMILY_AR.taken(name)).isEqualTo(name);
        refused(NamePart.FAMILY_LATIN, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M'hamed",
                "El Ghazi-Idrissi",
                "N’Diaye",
                "Aït Ouarab",
                "Med. Amine",
                "’Abdelkader",
                "BENNANI",
                "Çelik",
                "Şahin Yılmaz",
                "Œuvrard",
                "Nguyễn"
            })
    void latinNamesPassAsTheyAre(String name) {
        assertThat(NamePart.GIVEN_LATIN.taken(name)).isEqualTo(name);
        refused(NamePart.GIVEN_AR, name);
    }

    @Test
    void whatLooksTheSameIsTakenInOneForm() {
        assertThat(NamePart.GIVEN_AR.taken("  عبد \u00A0 اللطيف ")).isEqualTo("عبد اللطيف");
        assertThat(NamePart.GIVEN_AR.taken("محمـــد")).isEqualTo("محمد");
        assertThat(NamePart.GIVEN_AR.taken("\uFEFB\uFEAD\uFEBB")).isEqualTo("لارص");
        assertThat(NamePart.FAMILY_AR.taken("عبد \uFDF2")).isEqualTo("عبد الله");
        assertThat(NamePart.FAMILY_AR.taken("\uFB92ناوي")).isEqualTo("گناوي");
        assertThat(NamePart.FAMILY_AR.taken("م\uFE76د")).isEqualTo("م\u064Eد");
        assertThat(NamePart.FAMILY_AR.taken("ا\u0653يت")).isEqualTo("آيت");
        assertThat(NamePart.FAMILY_LATIN.taken("Ai\u0308t   Ouarab")).isEqualTo("Aït Ouarab");
        assertThat(NamePart.FAMILY_LATIN.taken("El Ghazi\u2011Idrissi")).isEqualTo("El Ghazi-Idrissi");
        assertThat(NamePart.GIVEN_LATIN.taken("Ra\uFB01k")).isEqualTo("Rafik");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200B|INVISIBLE",
                "200C|INVISIBLE",
                "200D|INVISIBLE",
                "200E|INVISIBLE",
                "200F|INVISIBLE",
                "202E|INVISIBLE",
                "2066|INVISIBLE",
                "2060|INVISIBLE",
                "FEFF|INVISIBLE",
                "00AD|INVISIBLE",
                "0000|INVISIBLE",
                "0007|INVISIBLE",
                "000A|INVISIBLE",
                "0009|INVISIBLE",
                "007F|INVISIBLE",
                "0085|INVISIBLE",
                "2028|INVISIBLE",
                "D800|INVISIBLE",
                "E000|INVISIBLE",
                "0488|\u25CC\u0488",
                "003C|<",
                "0031|1",
                "0661|١",
                "1F600|😀",
                "0040|@",
                "005F|_",
                "061F|؟",
                "060C|،",
                "002F|/"
            })
    void aCharacterThatNoNameHasIsNamedWithItsPlace(String code, String shown) {
        String one = Character.toString(Integer.parseInt(code, 16));
        for (NamePart part : new NamePart[] {NamePart.FAMILY_AR, NamePart.FAMILY_LATIN}) {
            String letters = part == NamePart.FAMILY_AR ? "سع" : "So";
            Refusal refusal = refused(part, letters + one + letters);
            assertThat(refusal.code()).isEqualTo("name-character-refused");
            assertThat(refusal.parameters())
                    .containsEntry("character", "U+" + code)
                    .containsEntry("shown", shown)
                    .containsEntry("position", 3);
        }
    }

    @Test
    void aLetterOfAnotherScriptIsNamedWithItsPlace() {
        Refusal latin = refused(NamePart.GIVEN_AR, "سعاdد");
        assertThat(latin.code()).isEqualTo("name-letter-of-another-script");
        assertThat(latin.parameters())
                .containsEntry("field", "givenNameAr")
                .containsEntry("character", "U+0064")
                .containsEntry("shown", "d")
                .containsEntry("position", 4);
        assertThat(refused(NamePart.GIVEN_LATIN, "Souaد").code()).isEqualTo("name-letter-of-another-script");
        // Cyrillic a: it looks like the Latin one.
        assertThat(refused(NamePart.GIVEN_LATIN, "Sou\u0430d").parameters()).containsEntry("character", "U+0430");
        assertThat(refused(NamePart.FAMILY_LATIN, "\uFF21lami").code()).isEqualTo("name-letter-of-another-script");
    }

    @Test
    void aNameBeginsWithALetterAndHasOne() {
        assertThat(refused(NamePart.FAMILY_LATIN, "-Alami").parameters()).containsEntry("position", 1);
        assertThat(refused(NamePart.FAMILY_LATIN, " .Alami").parameters()).containsEntry("position", 2);
        assertThat(refused(NamePart.FAMILY_LATIN, "’’").code()).isEqualTo("name-without-letters");
        assertThat(refused(NamePart.FAMILY_AR, "\u00A0").code()).isEqualTo("name-without-letters");
        assertThat(refused(NamePart.FAMILY_AR, "ــ").code()).isEqualTo("name-without-letters");
        assertThat(refused(NamePart.FAMILY_AR, "\u064Eم").code()).isEqualTo("name-character-refused");
        assertThat(refused(NamePart.FAMILY_LATIN, "12345").code()).isEqualTo("name-character-refused");
    }

    @Test
    void marksThatHideALetterAreRefused() {
        assertThat(NamePart.FAMILY_AR.taken("م\u0651\u064E\u0670د")).hasSize(5);
        assertThat(refused(NamePart.FAMILY_AR, "م\u0651\u064E\u0670\u064Fد").parameters())
                .containsEntry("position", 5);
        assertThat(refused(NamePart.FAMILY_LATIN, "A\u0301\u0302\u0303\u0304").parameters())
                .containsEntry("position", 5);
    }

    @Test
    void aNameThatGrowsTooLongIsRefused() {
        assertThat(NamePart.FAMILY_LATIN.taken("a".repeat(120))).hasSize(120);
        assertThat(refused(NamePart.FAMILY_LATIN, "a".repeat(121)).code()).isEqualTo("name-too-long");
        assertThat(refused(NamePart.FAMILY_AR, "\uFDFA".repeat(20)).parameters())
                .containsEntry("most", 120);
    }

    private static Refusal refused(NamePart part, String name) {
        return catchThrowableOfType(RefusedException.class, () -> part.taken(name))
                .refusal();
    }
}
