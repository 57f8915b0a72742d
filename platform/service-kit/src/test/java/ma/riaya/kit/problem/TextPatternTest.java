package ma.riaya.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Bidi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    private static final String IDENTIFIER = "01922007-7718-7cc2-a5d0-3e1f6a9b0c4d";

    @Test
    void writesAmountsAsEachLanguageDoes() {
        Map<String, Object> asked = Map.of("asked", new BigDecimal("1234567.50"));
        assertThat(text("{asked, money}", Locale.FRENCH, asked)).isEqualTo("1\u00A0234\u00A0567,50\u00A0MAD");
        assertThat(text("{asked, money}", Locale.ENGLISH, asked)).isEqualTo("1,234,567.50\u00A0MAD");
        assertThat(text("{asked, money}", ProblemTexts.ARABIC, asked)).isEqualTo("\u20681.234.567,50\u00A0درهم\u2069");
        assertThat(text("{asked, money}", Locale.FRENCH, Map.of("asked", "0.00")))
                .isEqualTo("0,00\u00A0MAD");
    }

    @Test
    void writesDaysAndMomentsAsEachLanguageDoes() {
        Map<String, Object> day = Map.of("day", LocalDate.parse("2026-11-02"));
        assertThat(text("{day, day}", Locale.FRENCH, day)).isEqualTo("02/11/2026");
        assertThat(text("{day, day}", Locale.ENGLISH, day)).isEqualTo("2 November 2026");
        assertThat(text("{day, day}", ProblemTexts.ARABIC, day)).isEqualTo("\u206802/11/2026\u2069");
        Map<String, Object> moment = Map.of("at", Instant.parse("2026-01-31T23:30:00.123456Z"));
        assertThat(text("{at, moment}", Locale.FRENCH, moment)).isEqualTo("01/02/2026 à 00:30:00");
        assertThat(text("{at, moment}", Locale.ENGLISH, moment)).isEqualTo("1 February 2026, 00:30:00");
        assertThat(text("{at, moment}", ProblemTexts.ARABIC, moment))
                .isEqualTo("\u206801/02/2026 على الساعة 00:30:00\u2069");
    }

    @Test
    void writesWhatIsHiddenOrOfAnotherShapeAsItStands() {
        assertThat(text("{asked, money}", Locale.FRENCH, Map.of("asked", "•••")))
                .isEqualTo("•••");
        assertThat(text("{day, day}", Locale.ENGLISH, Map.of("day", "30.02.2026")))
                .isEqualTo("30.02.2026");
    }

    /** A number may be a year; one that wants marks between its digits says so. */
    @Test
    void leavesNumbersAsTheyStandUnlessTheTextSaysOtherwise() {
        Map<String, Object> most = Map.of("most", 2_100);
        assertThat(text("{most}", Locale.ENGLISH, most)).isEqualTo("2100");
        assertThat(text("{most, number}", Locale.ENGLISH, most)).isEqualTo("2,100");
        assertThat(text("{most, plural, one {# year} other {# years, {most} in all}}", Locale.ENGLISH, most))
                .isEqualTo("2,100 years, 2100 in all");
    }

    @Test
    void callsACodeByItsNameWhereItHasOne() {
        assertThat(text("« {kind, named} »", Locale.FRENCH, Map.of("kind", "HAJJ")))
                .isEqualTo("« le pèlerinage »");
        assertThat(text("« {kind, named} »", Locale.FRENCH, Map.of("kind", "UMRA")))
                .isEqualTo("« UMRA »");
    }

    @Test
    void writesOneValueInTwoForms() {
        assertThat(text("{a, money} ({a})", Locale.ENGLISH, Map.of("a", "1000.00")))
                .isEqualTo("1,000.00\u00A0MAD (1000.00)");
    }

    @Test
    void keepsBranchesAndQuotesAsTheyAre() {
        String text = "{kind, select, A {الأول} other {{kind}}}: «'{'{kind}'}'»";
        assertThat(text(text, ProblemTexts.ARABIC, Map.of("kind", "A"))).isEqualTo("الأول: «{\u2068A\u2069}»");
        assertThat(text(text, ProblemTexts.ARABIC, Map.of("kind", "B"))).isEqualTo("\u2068B\u2069: «{\u2068B\u2069}»");
    }

    /** As the Unicode algorithm orders them: without isolates the groups of an identifier change their places. */
    @Test
    void keepsAnIdentifierWholeOnTheScreen() {
        String before = "لا يوجد طلب معرفه ";
        assertThat(levels(before + IDENTIFIER, before.length())).isGreaterThan(1);
        String isolated = text(before + "{id}", ProblemTexts.ARABIC, Map.of("id", IDENTIFIER));
        assertThat(levels(isolated, before.length() + 1)).isEqualTo(1);
    }

    /** How many runs of one direction an identifier falls into. */
    private static int levels(String text, int from) {
        Bidi order = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        int runs = 1;
        for (int at = from + 1; at < from + IDENTIFIER.length(); at++) {
            runs += order.getLevelAt(at) == order.getLevelAt(at - 1) ? 0 : 1;
        }
        return runs;
    }

    private static String text(String pattern, Locale language, Map<String, Object> values) {
        return new TextPattern(pattern, language, Map.of("name-kind-HAJJ", "le pèlerinage")).with(values);
    }
}
