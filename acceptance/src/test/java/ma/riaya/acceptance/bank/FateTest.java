package ma.riaya.acceptance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.riaya.acceptance.registry.KnownPersons;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistryCount;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.acceptance.registry.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration's bank does to the demonstration's first wave. */
class FateTest {

    private final Fate fate = new Fate(BankSimulator.USUAL_SEED, Rates.USUAL);

    @Test
    void someOfTheFirstWaveAreRefusedAndSomeComeBackButNotThoseOfTheStories(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("registry.csv");
        Registry.write(RegistrySpec.demonstration(), file);
        RegistryCount.Wave july = RegistryCount.of(file, RegistryCount.FIRST_WAVE);
        var rows = Rows.read(file);
        List<PaymentOrder.Line> lines = Stream.concat(july.widows().stream(), july.retirees().stream())
                .map(reference ->
                        line(Objects.requireNonNull(rows.get(reference)).getField("rib")))
                .toList();

        assertThat(lines).filteredOn(line -> fate.refusal(line).isPresent()).hasSizeBetween(12, 40);
        assertThat(lines)
                .filteredOn(line ->
                        fate.refusal(line).isEmpty() && fate.comeback(line).isPresent())
                .hasSizeBetween(8, 35);
        for (String known : List.of(KnownPersons.FATIMA_ZAHRA, KnownPersons.MINA)) {
            PaymentOrder.Line line =
                    line(Objects.requireNonNull(rows.get(known)).getField("rib"));
            assertThat(fate.refusal(line)).isEmpty();
            assertThat(fate.comeback(line)).isEmpty();
        }
    }

    private static PaymentOrder.Line line(String rib) {
        return new PaymentOrder.Line("", "RY", new BigDecimal("1000.00"), "MAD", "NAME", "MA64" + rib);
    }
}
