package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The batches as stored. */
@Singleton
class BatchBook {

    private static final String COLUMNS = """
            SELECT id, number, state, lines, total, prepared_by, prepared_at, released_by, released_at, encode(content_sha256, 'hex') AS content_sha256, written_at
            FROM payment_batch
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    BatchBook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    record Preparation(UUID id, int lines, Money total, String actor) {}

    /** Stores it under the year's next number, which it answers. */
    String insert(Preparation batch) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO payment_batch (id, number, state, lines, total, prepared_by, prepared_at)
                        VALUES (:id, format('PAY-%s-%s', CAST(:year AS integer), to_char(nextval('payment_batch_number'), 'FM000000')), 'PREPARED', :lines, :total, :actor, :now)
                        RETURNING number
                        """)
                .bind("id", batch.id())
                .bind("year", now().atZoneSameInstant(Clocks.BUSINESS_ZONE).getYear())
                .bind("lines", batch.lines())
                .bind("total", batch.total())
                .bind("actor", batch.actor())
                .bind("now", now())
                .mapTo(String.class)
                .one());
    }

    Optional<Batch> get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .mapTo(Batch.class)
                .findOne());
    }

    /** Held until the transaction ends. */
    Optional<Batch> hold(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Batch.class)
                .findOne());
    }

    void release(UUID id, String actor, Instant at, byte[] sha256) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE payment_batch SET state = 'RELEASED', released_by = :actor, released_at = :at, content_sha256 = :sha256 WHERE id = :id
                        """)
                .bind("id", id)
                .bind("actor", actor)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("sha256", sha256)
                .execute());
    }

    /** Marks its file as written; a file that was written before stays so. */
    void written(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE payment_batch SET state = 'WRITTEN', written_at = :now WHERE id = :id AND state = 'RELEASED'")
                .bind("id", id)
                .bind("now", now())
                .execute());
    }

    /** Newest first. */
    List<Batch> page(@Nullable BatchState state, @Nullable Cursor before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        WHERE (CAST(:state AS text) IS NULL OR state = :state)
                          AND (CAST(:before AS uuid) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :rows
                        """)
                .bind("state", state)
                .bind("before", before == null ? null : before.uuid(0))
                .bind("rows", rows)
                .mapTo(Batch.class)
                .list());
    }

    /** How many of its payments stand where, who approved them, and whether any goes to the reader's own record. */
    Figures figures(UUID id, Caller reader) {
        Map<DisbursementState, Integer> states = new TreeMap<>();
        Set<String> approvers = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT state, approved_by, count(*)::int AS payments FROM disbursement WHERE batch = :id GROUP BY state, approved_by
                        """)
                .bind("id", id)
                .mapTo(Figure.class)
                .forEach(figure -> {
                    states.merge(figure.state(), figure.payments(), Integer::sum);
                    approvers.add(figure.approvedBy());
                }));
        return new Figures(
                states,
                approvers,
                reader.person().filter(person -> pays(id, person)).isPresent());
    }

    /** Whether any payment of the batch goes to that person. */
    boolean pays(UUID id, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM disbursement WHERE batch = :batch AND payee = ANY (ids_of_person(:person)))")
                .bind("batch", id)
                .bind("person", person)
                .mapTo(boolean.class)
                .one());
    }

    private record Figure(DisbursementState state, String approvedBy, int payments) {}

    /** What is known of a batch's payments together. */
    record Figures(Map<DisbursementState, Integer> states, Set<String> approvers, boolean own) {

        Figures {
            states = Map.copyOf(states);
            approvers = Set.copyOf(approvers);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
