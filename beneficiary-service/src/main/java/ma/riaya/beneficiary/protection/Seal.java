package ma.riaya.beneficiary.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts sensitive values with AES-GCM, each bound to its row and column.
 *
 * <p>A value copied to another row or column does not open there, so nobody can swap accounts in the tables.
 * The keyset may hold several keys: the primary one seals, all of them open, which is how keys are renewed.
 */
@Singleton
public class Seal {

    private static final int UUID_BYTES = 16;

    private final Aead aead;

    Seal(@ConfigProperty(name = "riaya.keyset") String keyset) throws GeneralSecurityException {
        aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    public byte[] close(SealedColumn column, UUID row, String value) {
        return closeBytes(column, row, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The value; fails where it was sealed for another row or column, or changed since. */
    public String open(SealedColumn column, UUID row, byte[] sealed) {
        return new String(openBytes(column, row, sealed), StandardCharsets.UTF_8);
    }

    public byte[] closeBytes(SealedColumn column, UUID row, byte[] value) {
        try {
            return aead.encrypt(value, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of " + column + " could not be sealed", e);
        }
    }

    public byte[] openBytes(SealedColumn column, UUID row, byte[] sealed) {
        try {
            return aead.decrypt(sealed, place(column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of " + column + " does not belong to row " + row, e);
        }
    }

    private static byte[] place(SealedColumn column, UUID row) {
        byte[] name = column.bound().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length + 1 + UUID_BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
