package ma.riaya.acceptance.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ma.riaya.acceptance.registry.RegistryCount.NearMiss;
import ma.riaya.acceptance.registry.RegistryCount.Wave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration promises about its registry, counted in the written file. */
class RegistryTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemonstrationHasExactlyItsEntitledPeople() throws IOException {
        Path file = written(RegistrySpec.demonstration());

        assertThat(Rows.read(file)).hasSize(60_000);
        Wave july = RegistryCount.of(file, RegistryCount.FIRST_WAVE);
        assertThat(july.widows()).hasSize(4_226);
        assertThat(july.retirees()).hasSize(572);
        assertThat(july.widows()).doesNotContainAnyElementsOf(july.retirees());
        for (NearMiss kind : NearMiss.values()) {
            assertThat(july.missed(kind)).as(kind.name()).hasSizeGreaterThanOrEqualTo(40);
        }

        Wave december = RegistryCount.of(file, RegistryCount.SECOND_WAVE).after(july);
        assertThat(december.widows()).hasSize(344);
        assertThat(december.retirees()).hasSize(82);
        assertThat(december.widows()).doesNotContainAnyElementsOf(december.retirees());
        assertThat(december.widows()).doesNotContainAnyElementsOf(july.unpayable());
        assertThat(december.missed(NearMiss.WITHOUT_ACCOUNT)).isNotEmpty();
    }

    @Test
    void someWhoWereEntitledInJulyAreNoLongerInDecember() throws IOException {
        Path file = written(RegistrySpec.demonstration());
        Wave july = RegistryCount.of(file, RegistryCount.FIRST_WAVE);
        Wave december = RegistryCount.of(file, RegistryCount.SECOND_WAVE);

        // The registry knows deaths up to its extract, and nobody is selected who is known to have died.
        assertThat(july.widows()).noneMatch(december.missed(NearMiss.DEAD)::contains);
        assertThat(july.widows()).anyMatch(december.missed(NearMiss.REMARRIED)::contains);
        assertThat(july.widows())
                .filteredOn(widow -> !december.isEntitled(widow))
                .hasSizeGreaterThan(100);
    }

    @Test
    void aSmallRegistryHasItsOwnExactCounts() throws IOException {
        RegistrySpec small = RegistrySpec.small();
        Path file = written(small);

        assertThat(Rows.read(file)).hasSize(3_000);
        Wave july = RegistryCount.of(file, RegistryCount.FIRST_WAVE);
        assertThat(july.widows()).hasSize(small.widowsInJuly()).hasSize(211);
        assertThat(july.retirees()).hasSize(small.retireesInJuly()).hasSize(29);
        Wave december = RegistryCount.of(file, RegistryCount.SECOND_WAVE).after(july);
        assertThat(december.widows()).hasSize(small.widowsInDecember()).hasSize(17);
        assertThat(december.retirees()).hasSize(small.retireesInDecember()).hasSize(4);
        for (NearMiss kind : NearMiss.values()) {
            assertThat(july.missed(kind)).as(kind.name()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void otherSeedsKeepTheCounts() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            RegistrySpec spec = RegistrySpec.scaled(6_000, seed);
            Path file = written(spec);
            Wave july = RegistryCount.of(file, RegistryCount.FIRST_WAVE);
            Wave december = RegistryCount.of(file, RegistryCount.SECOND_WAVE).after(july);

            assertThat(july.widows()).as("seed " + seed).hasSize(spec.widowsInJuly());
            assertThat(july.retirees()).as("seed " + seed).hasSize(spec.retireesInJuly());
            assertThat(december.widows()).as("seed " + seed).hasSize(spec.widowsInDecember());
            assertThat(december.retirees()).as("seed " + seed).hasSize(spec.retireesInDecember());
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        String small = sha256(written(RegistrySpec.small()));

        assertThat(sha256(written(RegistrySpec.small()))).isEqualTo(small);
        assertThat(sha256(written(RegistrySpec.scaled(3_000, 7)))).isNotEqualTo(small);
        // A registry that changes under one seed breaks figures written down elsewhere: change these knowingly.
        assertThat(small).isEqualTo("fc0b1a2887d6dc54e68b17c5b8c4bbe6daa1373a7f893de418d007cb1f78bf5d");
        assertThat(sha256(written(RegistrySpec.demonstration())))
                .isEqualTo("56f6703d452cb10eebe1c5509d7fbd9a50070a9663304ed4057e7f4f03074b07");
    }

    private Path written(RegistrySpec spec) throws IOException {
        Path file = Files.createTempFile(folder, "registry", ".csv");
        Registry.write(spec, file);
        return file;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
