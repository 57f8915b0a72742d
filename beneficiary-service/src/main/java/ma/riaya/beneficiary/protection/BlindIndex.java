package ma.riaya.beneficiary.protection;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** HMAC-SHA256 of sensitive values under a key that the database does not hold: equal values are found, none is read. */
@Singleton
public class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    BlindIndex(@ConfigProperty(name = "riaya.blind-index.key") String key) {
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("riaya.blind-index.key must be 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The kinds of value are kept apart, so that equal texts of two kinds do not look equal. */
    public enum Kind {
        CIN,
        IBAN,
        IMPORTED_LINE,
        IMPORTED_PERSON
    }

    public byte[] of(Kind kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.name().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
