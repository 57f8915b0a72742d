package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    private static final String STAT =
            " 1 4242 4242 0 -1 4194304 100 0 0 0 5 3 0 0 20 0 1 0 987654 1000 10 18446744073709551615";

    @Test
    void theStartIsReadBehindAnyName() {
        assertThat(ProcessMark.startTicks("4242 (java) S" + STAT)).contains("987654");
        assertThat(ProcessMark.startTicks("4242 (a) b (c) R" + STAT)).contains("987654");
    }

    @Test
    void whatHasEndedAndWaitsToBeCollectedDoesNotCount() {
        assertThat(ProcessMark.startTicks("4242 (java) Z" + STAT)).isEmpty();
        assertThat(ProcessMark.startTicks("4242 (java)")).isEmpty();
    }

    @Test
    void whatIsStillEndingCounts() {
        assertThat(ProcessMark.startTicks("4242 (java) Z" + STAT.replace(" 20 0 1 0 ", " 20 0 31 0 ")))
                .contains("987654");
    }

    @Test
    void aMarkSurvivesItsFile() {
        ProcessMark own = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(ProcessMark.parse(own.text())).contains(own);
        assertThat(own.isAlive()).isTrue();
    }

    @Test
    void anotherProcessWithTheSamePidIsNotMistaken() {
        ProcessMark own = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(new ProcessMark(own.pid(), own.started() + "0").isAlive()).isFalse();
    }

    @Test
    void whatIsNoMarkIsNone() {
        assertThat(ProcessMark.parse("")).isEmpty();
        assertThat(ProcessMark.parse("one two")).isEmpty();
        assertThat(ProcessMark.parse("12")).isEmpty();
    }

    @Test
    void anEndedProcessIsDead() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(process.pid()).orElseThrow();

        Stopping.stop(mark, Stopping::request);
        process.waitFor();

        assertThat(mark.isAlive()).isFalse();
        assertThat(mark.handle()).isEmpty();
    }
}
