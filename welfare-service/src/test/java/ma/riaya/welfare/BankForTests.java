package ma.riaya.welfare;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a test of payments needs: a key of its own, an account to debit, and a folder where the bank fetches. */
public class BankForTests implements QuarkusTestResourceLifecycleManager {

    private static @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "riaya.keyset", keyset(),
                "riaya.bank.outbox", folder().toString(),
                "riaya.bank.debtor.name", "Fondation d’essai",
                "riaya.bank.debtor.iban", "MA64011519000001205000534921",
                "riaya.bank.debtor.bic", "BCMAMAMC");
    }

    @Override
    public void stop() {}

    /** Where the bank of the tests fetches its files. */
    public static synchronized Path folder() {
        Path known = folder;
        if (known == null) {
            try {
                known = Files.createTempDirectory("bank").resolve("out");
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            folder = known;
        }
        return known;
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
