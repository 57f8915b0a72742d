package ma.riaya.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Test
    void whatHoldsIsPrintedAndCounted() {
        narrator.title("A story");
        narrator.step("It begins.");
        narrator.confirm("lines", 4798, 4798);
        narrator.confirmSum("paid", new BigDecimal("4798000"), new BigDecimal("4798000.00"));
        narrator.confirmSame("people", Set.of("a", "b"), List.of("b", "a"));
        narrator.end();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains(" 1. It begins.", "✓ lines: 4,798", "✓ paid: 4,798,000.00 MAD", "3 checks held");
    }

    @Test
    void whatDoesNotHoldStopsTheStoryWithASentence() {
        assertThatThrownBy(() -> narrator.confirm("lines", 4798, 4797))
                .isInstanceOf(StoryFailed.class)
                .hasMessage("lines: must be 4,798, but is 4,797");
        assertThatThrownBy(() -> narrator.confirmSum("paid", new BigDecimal("1.00"), new BigDecimal("1.01")))
                .hasMessage("paid: must be 1.00 MAD, but is 1.01 MAD");
        assertThatThrownBy(() -> narrator.confirmSame("people", Set.of("a", "b"), List.of("b", "c")))
                .hasMessage("people: must be the same 2, but are 2; missing 1 [a], not expected 1 [c]");
        assertThatThrownBy(() -> narrator.confirmThat(false, "nobody was paid twice"))
                .hasMessage("it should hold, and does not, that nobody was paid twice");
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("✓");
    }

    /** A refusal that would come to anybody shows nothing of four eyes. */
    @Test
    void anOwnActIsRefusedForBeingOnesOwn() throws IOException {
        try (Refusing service = new Refusing()) {
            Answer own = service.answer(403, "approver-is-proposer");
            narrator.confirmRefused("no own approval", own, "approver-selected", "approver-is-proposer");
            assertThat(screen.toString(StandardCharsets.UTF_8))
                    .contains("✓ no own approval (403 approver-is-proposer)");
            assertThatThrownBy(() -> narrator.confirmRefused("no own approval", own, "own-file"))
                    .isInstanceOf(StoryFailed.class)
                    .hasMessageContaining("must be refused as own-file, but is as 403 approver-is-proposer");
            Answer past = service.answer(409, "campaign-wave-state");
            assertThatThrownBy(() -> narrator.confirmRefused("no own approval", past, "own-file"))
                    .isInstanceOf(StoryFailed.class);
        }
    }

    @Test
    void whatIsPastInARunTakenUpAgainIsNoCheck() throws IOException {
        try (Refusing service = new Refusing()) {
            narrator.begin(Run.DEMONSTRATION, service.replayed());
            narrator.confirmRefused("no own approval", service.answer(409, "campaign-wave-state"), "own-file");
        }
        narrator.end();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("no own approval: shown when this run was begun", "0 checks held")
                .doesNotContain("✓");
    }

    @Test
    void aPersonListedTwiceIsNotTheSameList() {
        assertThatThrownBy(() -> narrator.confirmSame("people", Set.of("a", "b"), List.of("a", "b", "b")))
                .isInstanceOf(StoryFailed.class);
    }
}
