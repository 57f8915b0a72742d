package ma.riaya.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How one part does now. */
public record PartStatus(Part part, State state, Optional<Long> pid, URI address, Path log) {

    /** A process that lives and does not answer is either starting or in trouble: its log tells. */
    public enum State {
        READY("ready"),
        SILENT("does not answer"),
        STOPPED("stopped");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
