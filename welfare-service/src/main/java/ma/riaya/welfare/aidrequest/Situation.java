package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.purpose.Purpose;

/** What a family says of its situation: it may tell of an illness, so it is encrypted and each look is recorded. */
@Singleton
class Situation {

    private final AidRequests requests;
    private final FieldCipher cipher;
    private final Audit audit;

    Situation(AidRequests requests, FieldCipher cipher, Audit audit) {
        this.requests = requests;
        this.cipher = cipher;
        this.audit = audit;
    }

    /** Where it stands, for the cipher to bind it to. */
    static FieldCipher.Field of(UUID request) {
        return new FieldCipher.Field("aid_request.situation", request);
    }

    /** Shows it for the purpose, and records the look: no record, no answer. */
    @Transactional
    String look(AidRequest request, Purpose purpose) {
        audit.append(AuditEntry.of("aid-request-situation-seen", "aid-request", request.id())
                .forPurpose(purpose.name()));
        return cipher.decryptText(requests.situation(request.id()), of(request.id()));
    }
}
