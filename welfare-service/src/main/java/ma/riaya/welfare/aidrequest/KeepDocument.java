package ma.riaya.welfare.aidrequest;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.purpose.Purpose;

/** Adds a document to a request, and shows one for a purpose. */
@Singleton
class KeepDocument {

    /** The request is held while one is added, so the count stands. */
    private static final int MOST_DOCUMENTS = 50;

    private static final int MOST_MEGABYTES = 10;

    private final AidRequests requests;
    private final Documents documents;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final FieldCipher cipher;
    private final Audit audit;
    private final Clock clock;

    KeepDocument(
            AidRequests requests,
            Documents documents,
            Programmes programmes,
            CurrentCaller caller,
            FieldCipher cipher,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.programmes = programmes;
        this.caller = caller;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    DocumentView add(UUID id, String kind, String name, byte[] content) {
        AidRequest request = requests.lock(id);
        request.require(
                Act.ADD_DOCUMENT, caller.get(), programmes.version(request.programme(), request.programmeVersion()));
        if (content.length > MOST_MEGABYTES * 1024 * 1024) {
            throw new RefusedException(new CannotKeep.DocumentTooLarge(MOST_MEGABYTES));
        }
        if (documents.count(id) >= MOST_DOCUMENTS) {
            throw new RefusedException(new CannotKeep.TooManyDocuments(MOST_DOCUMENTS));
        }
        DocumentForm form =
                DocumentForm.of(content).orElseThrow(() -> new RefusedException(new CannotKeep.DocumentFormUnknown()));
        DocumentView document = new DocumentView(
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                name,
                form.mediaType(),
                content.length,
                sha256(content),
                clock.instant());
        documents.insert(id, document, caller.get().subject(), cipher.encrypt(content, field(document.id())));
        audit.append(AuditEntry.of(Act.ADD_DOCUMENT.audited(), "aid-request", id)
                .with(Map.of("document", document.id().toString(), "kind", kind, "sha256", document.sha256())));
        return document;
    }

    /** A document with its bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Shown(DocumentView document, byte[] content) {}

    /** Shows it for the purpose, and records the look: no record, no answer. */
    @Transactional
    Shown look(UUID request, UUID id, Purpose purpose) {
        caller.reaching(requests.get(request).office());
        DocumentView document =
                documents.find(request, id).orElseThrow(() -> new RefusedException(new CannotKeep.DocumentUnknown(id)));
        audit.append(AuditEntry.of("aid-request-document-seen", "aid-request", request)
                .forPurpose(purpose.name())
                .with(Map.of("document", id.toString())));
        return new Shown(document, cipher.decrypt(documents.content(id), field(id)));
    }

    private static FieldCipher.Field field(UUID document) {
        return new FieldCipher.Field("aid_request_document_content.content", document);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
