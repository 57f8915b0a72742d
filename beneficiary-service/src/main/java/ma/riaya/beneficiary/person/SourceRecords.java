package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What each source calls a person, and what it said last, as stored. */
@Singleton
class SourceRecords {

    private final Jdbi jdbi;

    SourceRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the source said of a person before. */
    @SuppressWarnings("ArrayRecordComponent")
    record Said(String reference, UUID personId, byte[] digest, boolean absent) {}

    Map<String, Said> find(Source source, Collection<String> references) {
        Map<String, Said> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT reference, person_id, digest, absent_since IS NOT NULL AS absent FROM source_record
                        WHERE source = :source AND reference = ANY (CAST(:references AS text[]))
                        ORDER BY person_id DESC
                        """)
                .bind("source", source.name())
                .bindArray("references", String.class, references.toArray())
                .mapTo(Said.class)
                .forEach(said -> found.put(said.reference(), said)));
        return found;
    }

    void put(Source source, List<MergeRows.Placed> rows) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO source_record (source, reference, person_id, digest)
                    VALUES (:source, :reference, :person, :digest)
                    ON CONFLICT (source, reference, shielded_for) DO UPDATE SET digest = excluded.digest, absent_since = NULL
                    """);
            rows.forEach(placed -> batch.bind("source", source.name())
                    .bind("reference", placed.row().reference())
                    .bind("person", placed.person())
                    .bind("digest", placed.row().digest())
                    .add());
            batch.execute();
        });
    }

    /** Those whom a complete file lacked, and who are there again. */
    void returned(Source source, Collection<String> references) {
        if (references.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE source_record SET absent_since = NULL
                        WHERE source = :source AND reference = ANY (CAST(:references AS text[]))
                        """)
                .bind("source", source.name())
                .bindArray("references", String.class, references.toArray())
                .execute());
    }
}
