package ma.riaya.beneficiary.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All rows that are about one person, whatever table they stand in.
 *
 * <p>The tables are asked of the database and not listed here, so that a table that comes later is in the copy from its first day.
 */
@Singleton
class HeldTables {

    /** Made of what stands elsewhere, to find it by; a shield is the institution's and not the person's. */
    private static final String TABLES = """
            SELECT c.relname AS name, coalesce(obj_description(c.oid, 'pg_class'), '') AS told, EXISTS (
                SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = 'id' AND NOT i.attisdropped) AS has_id,
                (SELECT min(i.attname) FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname IN ('other_id', 'payee_id')
                    AND NOT i.attisdropped) AS another
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname = 'person_id' AND NOT a.attisdropped
              AND c.relname NOT IN ('person_name', 'shield') AND has_table_privilege(c.oid, 'SELECT')
            ORDER BY c.relname
            """;

    private static final String SEALED = "_sealed";
    private static final String BYTES = "\\x";

    private final Jdbi jdbi;
    private final Seal seal;
    private final SealedText texts;
    private final ObjectMapper json;

    HeldTables(Jdbi jdbi, Seal seal, SealedText texts, ObjectMapper json) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.texts = texts;
        this.json = json;
    }

    private record HeldTable(
            String name,
            String told,
            boolean hasId,
            @Nullable String another) {}

    /** By table what it is and its rows; sealed values are opened, and what only serves to find them is left out. */
    Map<String, ObjectNode> of(UUID person) {
        Map<String, ObjectNode> held = new LinkedHashMap<>();
        held.put("person", table(new HeldTable("person", "", true, null), "id", person));
        List<HeldTable> tables = jdbi.withHandle(
                handle -> handle.createQuery(TABLES).mapTo(HeldTable.class).list());
        tables.forEach(table -> held.put(table.name(), table(table, "person_id", person)));
        return held;
    }

    private ObjectNode table(HeldTable table, String column, UUID person) {
        ObjectNode told = json.createObjectNode();
        told.put("what", table.told());
        ArrayNode rows = told.putArray("rows");
        jdbi.useHandle(handle -> handle.createQuery(
                        // The name comes from the database's own catalogue.
                        "SELECT to_jsonb(t)::text FROM " + table.name() + " t WHERE t." + column + " = :person"
                                + (table.another() == null ? "" : " AND is_told_of(t." + table.another() + ")")
                                + (table.hasId() ? " ORDER BY t.id" : ""))
                .bind("person", person)
                .mapTo(String.class)
                .forEach(row -> rows.add(opened(table.name(), person, row))));
        return told;
    }

    private ObjectNode opened(String table, UUID person, String row) {
        try {
            ObjectNode stored = (ObjectNode) json.readTree(row);
            ObjectNode shown = json.createObjectNode();
            stored.fields().forEachRemaining(field -> {
                String text = field.getValue().asText("");
                if (field.getKey().endsWith(SEALED) && text.startsWith(BYTES)) {
                    SealedColumn.named(table + "." + field.getKey())
                            .ifPresent(column -> shown.put(
                                    field.getKey().replace(SEALED, ""),
                                    seal.open(
                                            column,
                                            UUID.fromString(stored.path("id").asText()),
                                            HexFormat.of().parseHex(text.substring(BYTES.length())))));
                } else if (text.startsWith(SealedText.MARK)) {
                    shown.put(field.getKey(), texts.open(person, text));
                } else if (!text.startsWith(BYTES)
                        && !field.getKey().endsWith(SEALED)
                        && !field.getKey().equals("shielded_for")) {
                    shown.set(field.getKey(), field.getValue());
                }
            });
            return shown;
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
