package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.programme.Programmes;
import org.jdbi.v3.core.Jdbi;

/** Rewrites the situation of a draft; what was submitted stays as it was said. */
@Singleton
class EditAidRequest {

    private final AidRequests requests;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final FieldCipher cipher;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final Clock clock;
    private final Jdbi jdbi;

    EditAidRequest(
            AidRequests requests,
            Programmes programmes,
            CurrentCaller caller,
            FieldCipher cipher,
            IfMatch ifMatch,
            Audit audit,
            Clock clock,
            Jdbi jdbi) {
        this.requests = requests;
        this.programmes = programmes;
        this.caller = caller;
        this.cipher = cipher;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @Transactional
    AidRequest edit(UUID id, String situation, HttpHeaders headers) {
        AidRequest request = requests.lock(id);
        request.require(Act.EDIT, caller.get(), programmes.version(request.programme(), request.programmeVersion()));
        ifMatch.require(headers, request.version());
        AidRequest edited = jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE aid_request SET situation = :situation, version = version + 1, changed_at = :at
                        WHERE id = :id RETURNING
                        """ + AidRequest.COLUMNS)
                .bind("situation", cipher.encrypt(situation, Situation.of(id)))
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .mapTo(AidRequest.class)
                .one());
        audit.append(AuditEntry.of(Act.EDIT.audited(), "aid-request", id));
        return edited;
    }
}
