package ma.riaya.welfare.aidrequest;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The documents of requests as stored; their bytes stand in a table apart. */
@Singleton
class Documents {

    private static final String COLUMNS = "id, kind, name, media_type, size, sha256, added_at";

    private final Jdbi jdbi;

    Documents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<DocumentView> of(UUID request) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM aid_request_document WHERE request = :request ORDER BY id")
                .bind("request", request)
                .mapTo(DocumentView.class)
                .list());
    }

    int count(UUID request) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM aid_request_document WHERE request = :request")
                        .bind("request", request)
                        .mapTo(int.class)
                        .one());
    }

    Optional<DocumentView> find(UUID request, UUID document) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM aid_request_document WHERE request = :request AND id = :document")
                .bind("request", request)
                .bind("document", document)
                .mapTo(DocumentView.class)
                .findOne());
    }

    byte[] content(UUID document) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT content FROM aid_request_document_content WHERE document = :document")
                .bind("document", document)
                .mapTo(byte[].class)
                .one());
    }

    void insert(UUID request, DocumentView document, String addedBy, byte[] content) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH listed AS (
                            INSERT INTO aid_request_document (id, request, kind, name, media_type, size, sha256, added_by, added_at)
                            VALUES (:id, :request, :kind, :name, :mediaType, :size,
                                :sha256, :by, :at)
                            RETURNING id
                        )
                        INSERT INTO aid_request_document_content (document, content) SELECT id, :content FROM listed
                        """)
                .bind("id", document.id())
                .bind("kind", document.kind())
                .bind("name", document.name())
                .bind("mediaType", document.mediaType())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("at", document.addedAt().atOffset(ZoneOffset.UTC))
                .bind("request", request)
                .bind("by", addedBy)
                .bind("content", content)
                .execute());
    }
}
