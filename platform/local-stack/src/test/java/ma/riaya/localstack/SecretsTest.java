package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void nobodyElseCanReadThem() throws IOException {
        new Secrets(folder.resolve("secrets")).ensure();

        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("secrets"))) {
            files = all.filter(file -> file.getFileName().toString().contains("."))
                    .toList();
        }
        assertThat(files).hasSize(13).allSatisfy(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("."))))
                    .isEqualTo("rwx------");
        });
    }

    @Test
    void theyAreMadeOnceAndAreAllDifferent() {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.ensure();
        String first = secrets.read(Part.WELFARE, Secrets.DB_PASSWORD);

        new Secrets(folder.resolve("secrets")).ensure();

        assertThat(secrets.read(Part.WELFARE, Secrets.DB_PASSWORD))
                .isEqualTo(first)
                .isNotEqualTo(secrets.read(Part.WELFARE, Secrets.DB_OWNER_PASSWORD))
                .isNotEqualTo(secrets.read(Part.OFFICE, Secrets.DB_PASSWORD));
        assertThat(secrets.read(Part.WELFARE, Secrets.KEYSET))
                .isNotEqualTo(secrets.read(Part.BENEFICIARY, Secrets.KEYSET));
    }

    @Test
    void aKeyThatIsGoneIsNeverReplaced() throws IOException {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.ensure();
        Files.delete(secrets.folder(Part.BENEFICIARY).resolve(Secrets.KEYSET));

        assertThatThrownBy(secrets::ensure)
                .isInstanceOf(StackFault.class)
                .hasMessageContaining("beneficiary-service/riaya.keyset has been removed")
                .hasMessageContaining("./riaya reset");
    }

    @Test
    void theKeysEncrypt() throws GeneralSecurityException {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.ensure();
        AeadConfig.register();
        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(
                        secrets.read(Part.WELFARE, Secrets.KEYSET), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] row = "row".getBytes(StandardCharsets.UTF_8);
        byte[] secret = "سر".getBytes(StandardCharsets.UTF_8);

        assertThat(aead.decrypt(aead.encrypt(secret, row), row)).isEqualTo(secret);
        assertThat(Base64.getDecoder().decode(secrets.read(Part.BENEFICIARY, Secrets.BLIND_INDEX_KEY)))
                .hasSize(32);
    }

    @Test
    void beforeTheFirstStartThereAreNone() {
        assertThatThrownBy(() -> new Secrets(folder.resolve("none")).read(Part.WELFARE, Secrets.DB_PASSWORD))
                .hasMessageContaining("run ./riaya up first");
    }
}
