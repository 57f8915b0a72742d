package ma.riaya.welfare.campaign;

import java.io.IOException;
import java.util.List;
import ma.riaya.welfare.StateDiagram;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

    @Test
    void ofAWave() throws IOException {
        StateDiagram.assertCurrent("campaign-wave.md", List.of(WaveState.values()), WaveState::next);
    }

    @Test
    void ofALine() throws IOException {
        StateDiagram.assertCurrent("campaign-line.md", List.of(LineState.values()), LineState::next);
    }
}
