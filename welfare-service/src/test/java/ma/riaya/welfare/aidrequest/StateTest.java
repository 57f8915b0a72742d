package ma.riaya.welfare.aidrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import ma.riaya.testkit.StateDiagram;
import org.junit.jupiter.api.Test;

class StateTest {

    @Test
    void theDiagramIsCurrent() throws IOException {
        StateDiagram.assertCurrent(
                Path.of("..", "docs", "domain", "aid-request-states.md"), """
                # The life of an aid request

                As `ma.riaya.welfare.aidrequest.State` declares it; a test of welfare-service compares the two.
                Each step appends to `aid_request_move` in its own transaction.
                """, State.class, State::next);
    }

    @Test
    void everyActTakesALegalWay() {
        for (Act act : Act.values()) {
            State to = act.to();
            if (to != null) {
                assertThat(act.from())
                        .as(act.code())
                        .isNotEmpty()
                        .allMatch(from -> from.next().contains(to));
            }
        }
    }

    @Test
    void everyStateIsReached() {
        Set<State> reached = EnumSet.of(State.DRAFT);
        for (int i = 0; i < State.values().length; i++) {
            for (State state : EnumSet.copyOf(reached)) {
                reached.addAll(state.next());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }
}
