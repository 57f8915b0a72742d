package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aRecordedProcessIsFoundUntilItIsForgotten() {
        var run = new RunFolder(folder);
        ProcessMark own = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        run.record(Part.WELFARE, own);
        assertThat(run.find(Part.WELFARE)).contains(own);
        assertThat(run.find(Part.OFFICE)).isEmpty();

        run.forget(Part.WELFARE);
        assertThat(run.find(Part.WELFARE)).isEmpty();
    }

    @Test
    void aRecordOfAnEndedProcessOrAHalfWrittenOneIsNotFound() throws IOException {
        var run = new RunFolder(folder);
        run.record(Part.WELFARE, new ProcessMark(ProcessHandle.current().pid(), "former-boot:1"));
        Files.writeString(folder.resolve("keycloak.pid"), "12");

        assertThat(run.find(Part.WELFARE)).isEmpty();
        assertThat(run.find(Part.KEYCLOAK)).isEmpty();
        assertThat(run.isAnyRunning()).isFalse();
    }

    @Test
    void theOffsetHoldsAsLongAsSomethingRuns() {
        var run = new RunFolder(folder);
        run.recordPorts(new Ports(300));
        assertThat(run.ports()).isEmpty();

        run.record(Part.OFFICE, ProcessMark.of(ProcessHandle.current().pid()).orElseThrow());
        assertThat(run.ports()).contains(new Ports(300));
    }

    @Test
    void theLockIsOnesOnly() {
        try (RunLock first = RunLock.take(folder)) {
            assertThatThrownBy(() -> RunLock.take(folder))
                    .isInstanceOf(StackFault.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        try (RunLock second = RunLock.take(folder)) {
            assertThat(second).isNotNull();
        }
    }
}
