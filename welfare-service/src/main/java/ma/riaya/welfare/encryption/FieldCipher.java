package ma.riaya.welfare.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts a column's value with AES-GCM, bound to its column and row: moved to another row, it does not open.
 *
 * <p>The keyset may hold former keys besides the primary one, so a key can be changed without touching a row.
 * Made at start-up: with a keyset that cannot be read, the service does not start.
 */
@Singleton
@Startup
public class FieldCipher {

    private final Aead aead;

    FieldCipher(@ConfigProperty(name = "riaya.keyset") String keyset) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("riaya.keyset is no Tink keyset for AES-GCM", unreadable);
        }
    }

    public byte[] encrypt(String plain, Field field) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), field);
    }

    public byte[] encrypt(byte[] plain, Field field) {
        try {
            return aead.encrypt(plain, field.bound());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM encrypts whatever it is given", impossible);
        }
    }

    public String decryptText(byte[] secret, Field field) {
        return new String(decrypt(secret, field), StandardCharsets.UTF_8);
    }

    /** Fails where the value was changed, belongs to another row, or its key is no longer in the keyset. */
    public byte[] decrypt(byte[] secret, Field field) {
        try {
            return aead.decrypt(secret, field.bound());
        } catch (GeneralSecurityException tampered) {
            throw new NotOurs("not encrypted by this keyset for " + field.column() + " of " + field.row(), tampered);
        }
    }

    /** What was to be read was changed, is another row's, or was sealed by a key that is gone. */
    public static final class NotOurs extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotOurs(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Where a value stands: {@code table.column} and the row's identifier. */
    public record Field(String column, UUID row) {

        private byte[] bound() {
            return (column + ':' + row).getBytes(StandardCharsets.UTF_8);
        }
    }
}
