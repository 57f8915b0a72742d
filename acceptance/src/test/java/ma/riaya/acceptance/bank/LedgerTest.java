package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final List<LedgerEntry> FIRST = List.of(
            new LedgerEntry.Received("A.xml", "00ff", Instant.parse("2025-07-03T09:30:00Z")),
            new LedgerEntry.Credited("A.xml", "RY1", new BigDecimal("1000.00"), "MA64"),
            new LedgerEntry.Refused("A.xml", "RY2", new BigDecimal("1000.00"), "AC04"));
    private static final List<LedgerEntry> SECOND = List.of(
            new LedgerEntry.Answered("A.xml", Answer.STATUS, "000001-pain.002-A.xml"),
            new LedgerEntry.Returned("A.xml", "RY1", new BigDecimal("1000.00"), "MD07"),
            new LedgerEntry.Anomaly("A.xml", "something odd, even in Arabic: فاطمة"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasWrittenIsFoundAgain() throws IOException {
        write();
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.txt"))) {
            assertThat(ledger.all(LedgerEntry.class))
                    .containsExactlyElementsOf(List.of(
                            FIRST.get(0), FIRST.get(1), FIRST.get(2), SECOND.get(0), SECOND.get(1), SECOND.get(2)));
        }
    }

    /** Cuts the file at every byte: each time the whole blocks are found, and the next one is written after them. */
    @Test
    void aBlockThatACrashCutShortIsDroppedWhole() throws IOException {
        write();
        Path file = folder.resolve("ledger.txt");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path cut = folder.resolve("cut-" + length);
            Files.write(cut, Arrays.copyOf(whole, length));
            try (Ledger ledger = Ledger.open(cut)) {
                assertThat(ledger.all(LedgerEntry.class).count())
                        .as("cut at %d", length)
                        .isIn(0L, 3L);
                ledger.append(SECOND);
            }
            try (Ledger ledger = Ledger.open(cut)) {
                assertThat(ledger.all(LedgerEntry.class).count())
                        .as("cut at %d", length)
                        .isIn(3L, 6L);
                assertThat(ledger.all(LedgerEntry.Anomaly.class)).hasSize(1);
            }
        }
    }

    private void write() throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.txt"))) {
            ledger.append(FIRST);
            ledger.append(SECOND);
        }
    }
}
