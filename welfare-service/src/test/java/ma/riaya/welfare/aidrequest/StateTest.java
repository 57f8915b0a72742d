package ma.riaya.welfare.aidrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.riaya.welfare.StateDiagram;
import org.junit.jupiter.api.Test;

class StateTest {

    @Test
    void theDiagramIsCurrent() throws IOException {
        StateDiagram.assertCurrent("aid-request-states.md", List.of(State.values()), State::next);
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
