package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import java.util.UUID;
import ma.riaya.welfare.encryption.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Why a request was proposed, decided or sent back: an illness may be told there, so what is stored is encrypted. */
@Singleton
class Reasons {

    private final FieldCipher cipher;

    Reasons(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The same bytes stand in the history, on the request and in the decision: all of them are the request's. */
    static FieldCipher.Field of(UUID request) {
        return new FieldCipher.Field("aid_request.reasons", request);
    }

    byte @Nullable [] sealed(UUID request, @Nullable String reasons) {
        return reasons == null ? null : cipher.encrypt(reasons, of(request));
    }

    @Nullable
    String opened(UUID request, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.decryptText(sealed, of(request));
    }
}
