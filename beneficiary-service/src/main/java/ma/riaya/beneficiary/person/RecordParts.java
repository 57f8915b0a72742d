package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.protection.SealedText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows that records hold, closed for one and opened for another; what is sealed is sealed anew for its new row. */
@Singleton
class RecordParts {

    private static final String PARTS = """
            SELECT c.id, 'CATEGORY' AS kind, c.person_id, c.person_id AS written_for, c.category AS what, NULL::uuid AS other_id, lower(c.held) AS "from",
                upper(c.held) AS until, c.end_reason, c.evidence, c.source, c.stated IS NOT NULL AS cut, upper(c.stated) AS stated_until,
                c.stated_end_reason, c.ended_by, c.founded_by IS NOT NULL AS derived, NULL::bytea AS sealed,
                c.known_until IS NULL AS known, c.known_from
            FROM category_period c WHERE c.person_id = ANY (CAST(:ids AS uuid[]))
            UNION ALL
            SELECT l.id, 'LINK', l.person_id, l.person_id, l.kind, l.other_id, lower(l.held), upper(l.held), l.end_reason, l.evidence, l.source,
                l.stated IS NOT NULL, upper(l.stated), l.stated_end_reason, l.ended_by, l.founded_by IS NOT NULL, NULL,
                l.known_until IS NULL, l.known_from
            FROM person_link l WHERE l.person_id = ANY (CAST(:ids AS uuid[])) OR l.other_id = ANY (CAST(:ids AS uuid[]))
            UNION ALL
            SELECT n.id, 'PENSION', n.person_id, n.person_id, NULL, NULL, lower(n.held), upper(n.held), NULL, NULL, n.source, false, NULL, NULL, NULL,
                false, n.amount_sealed, n.known_until IS NULL, n.known_from
            FROM pension_period n WHERE n.person_id = ANY (CAST(:ids AS uuid[]))
            UNION ALL
            SELECT y.id, 'PAYEE', y.person_id, y.person_id, y.ground, y.payee_id, lower(y.held), upper(y.held), NULL, y.evidence, 'ENTRY', false, NULL,
                NULL, NULL, false, NULL, y.known_until IS NULL, y.known_from
            FROM payee_period y WHERE y.person_id = ANY (CAST(:ids AS uuid[])) OR y.payee_id = ANY (CAST(:ids AS uuid[]))
            UNION ALL
            SELECT a.id, 'ACCOUNT', a.person_id, a.person_id, NULL, NULL, (a.used_from AT TIME ZONE 'Africa/Casablanca')::date, NULL, NULL, NULL,
                a.source, false, NULL, NULL, NULL, false, a.iban_sealed, a.used_until IS NULL, NULL
            FROM account a WHERE a.person_id = ANY (CAST(:ids AS uuid[]))
            """;

    private final Jdbi jdbi;
    private final Persons persons;
    private final Seal seal;
    private final SealedText texts;
    private final BlindIndex index;

    RecordParts(Jdbi jdbi, Persons persons, Seal seal, SealedText texts, BlindIndex index) {
        this.jdbi = jdbi;
        this.persons = persons;
        this.seal = seal;
        this.texts = texts;
        this.index = index;
    }

    /** What these records hold now, and what is held of them by others. */
    List<RecordPart> now(Collection<UUID> records) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM (" + PARTS + ") p WHERE p.known ORDER BY p.kind, p.id")
                        .bindArray("ids", UUID.class, records.toArray())
                        .mapTo(RecordPart.class)
                        .map(part -> part.opened(texts))
                        .list());
    }

    /** What these records held at any time, by the ids of its rows. */
    List<RecordPart> ever(Collection<UUID> records, Collection<UUID> rows) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM (" + PARTS
                        + ") p WHERE p.id = ANY (CAST(:rows AS uuid[])) ORDER BY p.kind, p.id")
                .bindArray("ids", UUID.class, records.toArray())
                .bindArray("rows", UUID.class, rows.toArray())
                .mapTo(RecordPart.class)
                .map(part -> part.opened(texts))
                .list());
    }

    /** What of it became known after the merge. */
    List<RecordPart> since(UUID survivor, UUID merge) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.* FROM (%s) p, merged_person m JOIN knowledge k ON k.id = m.known_from
                        WHERE m.id = :merge AND p.known AND NOT p.derived
                          AND NOT EXISTS (SELECT FROM merged_line l WHERE l.merge_id = m.id AND l.carried = p.id)
                          AND CASE WHEN p.known_from IS NULL
                              THEN EXISTS (SELECT FROM account a WHERE a.id = p.id AND a.used_from > k.known_at)
                              ELSE (SELECT f.known_at FROM knowledge f WHERE f.id = p.known_from) > k.known_at END
                        ORDER BY p.kind, p.id
                        """.formatted(PARTS))
                .bindArray("ids", UUID.class, survivor)
                .bind("merge", merge)
                .mapTo(RecordPart.class)
                .map(part -> part.opened(texts))
                .list());
    }

    /** Closes rows that are known so far. */
    void close(Collection<RecordPart> parts) {
        jdbi.useHandle(handle -> {
            for (RecordPart part : parts) {
                handle.createUpdate(
                                part.kind() == PartKind.ACCOUNT
                                        ? "UPDATE account SET used_until = greatest(:now, used_from) WHERE id = :id AND used_until IS NULL"
                                        : "UPDATE " + table(part.kind())
                                                + " SET known_until = knowledge_now() WHERE id = :id AND known_until IS NULL")
                        .bind("id", part.id())
                        .bind("now", persons.now())
                        .execute();
            }
        });
    }

    /** Opens the same for whom the part names; answers the new row. */
    UUID open(RecordPart part, String source) {
        return jdbi.withHandle(handle -> switch (part.kind()) {
            case CATEGORY -> insert(handle, part, source, """
                        INSERT INTO category_period (id, person_id, category, held, end_reason, evidence, source, stated, stated_end_reason, ended_by)
                        VALUES (:id, :person, :what, daterange(:from, :until), :endReason, :evidence, :source,
                            CASE WHEN :cut THEN daterange(:from, :statedUntil) END, :statedEndReason, :endedBy)
                        RETURNING id
                        """, null);
            case LINK -> insert(handle, part, source, """
                        INSERT INTO person_link (person_id, kind, other_id, held, end_reason, evidence, source, stated, stated_end_reason, ended_by)
                        VALUES (person_now(:person), :what, person_now(:other), daterange(:from, :until), :endReason, :evidence, :source,
                            CASE WHEN :cut THEN daterange(:from, :statedUntil) END, :statedEndReason, :endedBy)
                        RETURNING id
                        """, null);
            case PENSION -> insert(handle, part, source, """
                        INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                        VALUES (:id, :person, daterange(:from, :until), :sealed, :source) RETURNING id
                        """, SealedColumn.PENSION_AMOUNT);
            case PAYEE -> insert(handle, part, source, """
                        INSERT INTO payee_period (id, person_id, payee_id, ground, held, evidence)
                        VALUES (:id, person_now(:person), person_now(:other), :what, daterange(:from, :until), :evidence) RETURNING id
                        """, null);
            case ACCOUNT -> insert(handle, part, source, """
                        INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, source)
                        VALUES (:id, :person, :sealed, :index, greatest(:now, (SELECT used_from FROM account WHERE id = :former),
                            (SELECT max(used_until) FROM account WHERE person_id = :person)), :source)
                        RETURNING id
                        """, SealedColumn.ACCOUNT_IBAN);
            case EVENT -> throw new IllegalArgumentException("an event is entered, not carried");
        });
    }

    private UUID insert(
            Handle handle, RecordPart part, String source, String statement, @Nullable SealedColumn column) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String opened = column == null ? null : opened(part, column);
        return handle.createQuery(statement)
                .bind("id", id)
                .bind("former", part.id())
                .bind("person", part.personId())
                .bind("other", part.otherId())
                .bind("what", part.what())
                .bind("from", part.from())
                .bind("until", part.until())
                .bind("endReason", part.endReason())
                .bind("evidence", texts.close(holder(handle, part), part.evidence()))
                .bind("source", source)
                .bind("cut", part.cut())
                .bind("statedUntil", part.statedUntil())
                .bind("statedEndReason", part.statedEndReason())
                .bind("endedBy", part.endedBy())
                .bind("now", persons.now())
                .bind("sealed", column == null || opened == null ? null : seal.close(column, id, opened))
                .bind(
                        "index",
                        column == SealedColumn.ACCOUNT_IBAN && opened != null
                                ? index.of(
                                        BlindIndex.Kind.IBAN, Rib.ofIban(opened).iban())
                                : null)
                .mapTo(UUID.class)
                .one();
    }

    /** Whom the new row is of: links and payees are of whoever stands for the person by then. */
    private static UUID holder(Handle handle, RecordPart part) {
        return part.kind() == PartKind.LINK || part.kind() == PartKind.PAYEE
                ? handle.createQuery("SELECT person_now(:person)")
                        .bind("person", part.personId())
                        .mapTo(UUID.class)
                        .one()
                : part.personId();
    }

    /** Whether two sealed values are one. */
    boolean isSameValue(RecordPart one, RecordPart other) {
        return switch (one.kind()) {
            case PENSION -> opened(one, SealedColumn.PENSION_AMOUNT).equals(opened(other, SealedColumn.PENSION_AMOUNT));
            case ACCOUNT -> opened(one, SealedColumn.ACCOUNT_IBAN).equals(opened(other, SealedColumn.ACCOUNT_IBAN));
            case CATEGORY, LINK, PAYEE, EVENT -> true;
        };
    }

    private String opened(RecordPart part, SealedColumn column) {
        byte[] sealed = part.sealed();
        if (sealed == null) {
            throw new IllegalStateException(part + " holds no sealed value");
        }
        return seal.open(column, part.id(), sealed);
    }

    private static String table(PartKind kind) {
        return switch (kind) {
            case CATEGORY -> "category_period";
            case LINK -> "person_link";
            case PENSION -> "pension_period";
            case PAYEE -> "payee_period";
            case ACCOUNT, EVENT -> throw new IllegalArgumentException(kind + " has no two times");
        };
    }
}
