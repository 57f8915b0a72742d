package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.database.ManyRows;
import org.jdbi.v3.core.Jdbi;

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
        ManyRows all = ManyRows.of("reference text", "person uuid", "digest bytea");
        rows.forEach(placed -> all.bind("reference", placed.row().reference())
                .bind("person", placed.person())
                .bind("digest", placed.row().digest())
                .add());
        jdbi.useHandle(handle -> all.bindTo(handle.createUpdate("""
                        INSERT INTO source_record (source, reference, person_id, digest)
                        SELECT :source, g.reference, g.person, g.digest FROM
                        """ + all.as("g") + """
                         ON CONFLICT (source, reference, shielded_for) DO UPDATE SET digest = excluded.digest, absent_since = NULL
                        """))
                .bind("source", source.name())
                .execute());
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
