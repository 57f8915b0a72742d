package ma.riaya.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.riaya.kit.text.Characters.Found;
import ma.riaya.kit.text.Characters.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    @Test
    void keepsWhatPeopleWrite() {
        for (String text : List.of(
                "",
                "أرملة متقاعد، علاج كيميائي منذ شهر مارس (ثلاثة أطفال)",
                "Traitement lourd – pension de 1 850,00 MAD, « à charge » : 3 enfants",
                "<script>alert('x')</script> & \"quotes\"",
                "=HYPERLINK(\"x\")",
                "المبلغ \u200F1850.00\u200E درهم",
                "👨‍👩‍👧")) {
            assertThat(Characters.refusedIn(text, Lines.ONE)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0x7, 0x9, 0xA, 0xD, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800,
                0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF
            })
    void namesWhatNoTextKeeps(int refused) {
        String text = "أب" + Character.toString(refused) + "c";
        assertThat(Characters.refusedIn(text, Lines.ONE)).contains(new Found(refused, 3));
    }

    @Test
    void takesLineBreaksWhereThereAreLines() {
        assertThat(Characters.refusedIn("one\r\ntwo\nthree", Lines.SEVERAL)).isEmpty();
        assertThat(Characters.refusedIn("one\ttwo", Lines.SEVERAL)).contains(new Found('\t', 4));
        assertThat(Characters.refusedIn("one\u2028two", Lines.SEVERAL)).isNotEmpty();
    }

    @Test
    void countsACharacterOfTwoUnitsOnce() {
        Found found = Characters.refusedIn("😀\u0000", Lines.ONE).orElseThrow();
        assertThat(found.position()).isEqualTo(2);
        assertThat(found.code()).isEqualTo("U+0000");
        assertThat(new Found(0x1F600, 1).code()).isEqualTo("U+1F600");
    }

    /** An accent alone can be seen, if on something. */
    @Test
    void showsAMarkOnACircle() {
        assertThat(new Found(0x301, 1).shown()).isEqualTo("\u25CC\u0301");
        assertThat(new Found('-', 1).shown()).isEqualTo("-");
        assertThat(new Found(0x200B, 1).shown()).isEmpty();
    }

    @Test
    void seesWhereThereIsNothingToSee() {
        assertThat(Characters.isInvisible("\u200B\u00A0\u2060")).isTrue();
        assertThat(Characters.isInvisible("\u200Bab")).isFalse();
        assertThat(Characters.isInvisible("")).isFalse();
    }
}
