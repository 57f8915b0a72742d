package ma.riaya.acceptance.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.acceptance.bench.NamedSql.Column;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a campaign that the product has just run, with the same values, on the copy of its books.
 *
 * <p>Values are read from the service's own tables and encoded before the clock runs: what is timed is the sending of the
 * statements, one after another on one connection, and their commits.
 */
final class BareCampaign {

    /** As welfare-service asks for candidates. */
    static final int PAGE = 250;

    /** As beneficiary-service reads them for such a page. */
    static final int SLICE = PAGE + 1;

    private static final Column CATEGORIES = new Column("text", List.of("WIDOWED_SPOUSE", "RETIRED"));

    private final Connection books;
    private final Connection registry;
    private final Connection bare;
    private final Map<Step, Long> nanos = new EnumMap<>(Step.class);

    /** {@code books} and {@code registry} are the services' own and only read; {@code bare} is the copy. */
    BareCampaign(Connection books, Connection registry, Connection bare) {
        this.books = books;
        this.registry = registry;
        this.bare = bare;
    }

    /** Where a slice of the registry begins. */
    private record After(UUID person, String category) {}

    /** Runs the first wave of the campaign as the product did, and answers how long each step took. */
    Map<Step, Long> run(UUID campaign) throws SQLException {
        Map<String, @Nullable Object> wave = NamedSql.row(books, Gathered.WAVE, campaign);
        UUID id = id(wave, "wave");
        UUID batch = id(wave, "batch");
        wave.put("id", id);
        selection(id, wave);
        nanos.put(Step.PROPOSAL, answered(decision(wave, "proposed_by").add(Sent.PROPOSE_WAVE)));
        nanos.put(
                Step.APPROVAL,
                answered(decision(wave, "approved_by")
                        .add(Sent.APPROVE_WAVE)
                        .add(Sent.CAMPAIGN, Map.of("id", campaign))
                        .movement(movement(wave, "RESERVE"))));
        nanos.put(Step.ORDER, order(id, wave));
        nanos.put(Step.RELEASE, release(batch, wave));
        for (Object file : column(NamedSql.row(books, Gathered.BANK_FILES, batch), "files")) {
            bankFile((UUID) Objects.requireNonNull(file), id(wave, "movedEnvelope"));
        }
        requireSameBalance(id(wave, "movedEnvelope"));
        return nanos;
    }

    private void selection(UUID wave, Map<String, @Nullable Object> values) throws SQLException {
        Map<String, @Nullable Object> lines = NamedSql.row(books, Gathered.LINES, wave);
        long took = candidates(column(lines, "persons"), column(lines, "categories"));
        BareWork freezing = new BareWork(bare, "nadia", values)
                .add(Sent.KEPT)
                .add(Sent.CAMPAIGN, Map.of("id", id(values, "campaign")))
                .add(Sent.CLAIM)
                .add(Sent.HOLD_CAMPAIGN, Map.of("id", id(values, "campaign")))
                .add(Sent.CAMPAIGN, Map.of("id", id(values, "campaign")))
                .add(Sent.HOLD_PERSONS)
                .add(Sent.EARLIER)
                .add(Sent.KNOWN_TWICE)
                .add(Sent.NEXT_NUMBER)
                .add(Sent.INSERT_WAVE)
                .add(Sent.INSERT_LINES, lines)
                .add(Sent.AUDIT)
                .add(Sent.WAVE_FIGURES)
                .add(Sent.KEEP);
        nanos.put(Step.SELECTION, took + freezing.run());
    }

    /** Reads the registry in the slices that the service's pages were made of, and records each person read. */
    private long candidates(List<@Nullable Object> persons, List<@Nullable Object> categories) throws SQLException {
        long took = 0;
        After after = new After(new UUID(0, 0), "ACTIVE");
        for (int from = 0; from < persons.size(); from += PAGE) {
            int to = Math.min(from + PAGE, persons.size());
            UUID beyond = to < persons.size() ? (UUID) persons.get(to) : null;
            for (After slice = after; slice != null; ) {
                long begin = System.nanoTime();
                After last = slice(slice);
                took += System.nanoTime() - begin;
                slice = last == null || beyond != null && precedes(beyond, last.person()) ? null : last;
            }
            took += new BareWork(bare, "nadia", Map.of())
                    .set("auditAction", "candidate-read")
                    .set("auditSubjectType", "person")
                    .set("auditPurpose", "PAYMENT")
                    .set("auditFacts", "{\"fields\": \"pension,account\", \"asOf\": \"2025-07-01\"}")
                    .audits(persons.subList(from, to))
                    .run();
            after = new After(
                    (UUID) Objects.requireNonNull(persons.get(to - 1)), String.valueOf(categories.get(to - 1)));
        }
        return took;
    }

    /** Where the slice ended; nothing where the registry did. */
    private @Nullable After slice(After after) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asOf", CampaignRun.AS_OF);
        values.put("categories", CATEGORIES);
        values.put("afterPerson", after.person());
        values.put("afterCategory", after.category());
        values.put("rows", SLICE);
        values.put("knownAt", OffsetDateTime.now(ZoneOffset.UTC));
        try (PreparedStatement statement = NamedSql.prepare(registry, Sent.HOLDERS.text(), values);
                ResultSet holders = statement.executeQuery()) {
            int rows = 0;
            After last = after;
            while (holders.next()) {
                rows++;
                last = new After(holders.getObject("person_id", UUID.class), holders.getString("category"));
            }
            return rows < SLICE ? null : last;
        }
    }

    /** PostgreSQL compares identifiers byte by byte; Java's own order has signs. */
    private static boolean precedes(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0;
    }

    private BareWork decision(Map<String, @Nullable Object> wave, String actor) throws SQLException {
        return new BareWork(bare, String.valueOf(wave.get(actor)), wave)
                .add(Sent.CLAIM)
                .add(Sent.HOLD_WAVE);
    }

    private long answered(BareWork work) throws SQLException {
        return work.add(Sent.AUDIT)
                .add(Sent.WAVE)
                .add(Sent.WAVE_FIGURES)
                .add(Sent.KEEP)
                .run();
    }

    private long order(UUID wave, Map<String, @Nullable Object> values) throws SQLException {
        UUID batch = id(values, "batch");
        Map<String, @Nullable Object> payments = NamedSql.row(books, Gathered.PAYMENTS, batch);
        Map<String, @Nullable Object> vouchers = NamedSql.row(books, Gathered.VOUCHERS, wave);
        Map<String, @Nullable Object> campaign = Map.of("id", id(values, "campaign"));
        Map<String, @Nullable Object> prepared = new HashMap<>();
        prepared.put("id", batch);
        prepared.put("total", values.get("transferred"));
        return decision(values, "ordered_by")
                .add(Sent.CAMPAIGN, campaign)
                .add(Sent.PAYABLE_LINES, Map.of("verdict", "TRANSFER"))
                .add(Sent.PAYABLE_LINES, Map.of("verdict", "VOUCHER"))
                .add(Sent.TOLD_DEAD, payments)
                .add(Sent.PAID_ALREADY)
                .add(Sent.ORDER_WAVE)
                .add(Sent.ORDER_PAYMENTS, payments)
                .add(Sent.PROGRESS_ORDERED, payments)
                .add(Sent.APPROVERS_OF, payments)
                .add(Sent.TO_THE_DEAD, payments)
                .add(Sent.SUM, payments)
                .add(Sent.INSERT_BATCH, prepared)
                .add(Sent.BATCH_PAYMENTS, payments)
                .add(Sent.AUDIT)
                .add(Sent.ISSUE_VOUCHERS, vouchers)
                .add(Sent.PROGRESS_ISSUED, vouchers)
                .movement(movement(values, "COMMIT"))
                .add(Sent.AUDIT)
                .add(Sent.CAMPAIGN, campaign)
                .add(Sent.KEEP)
                .run();
    }

    /** The release, and the transaction in which the file is laid for the bank. */
    private long release(UUID batch, Map<String, @Nullable Object> values) throws SQLException {
        Map<String, @Nullable Object> own = new HashMap<>(values);
        own.put("id", batch);
        own.put("lines", NamedSql.row(books, Gathered.PAYMENTS, batch).get("lines"));
        own.put("to", "SENT");
        own.put("kind", "payment-file");
        own.put("aggregate", batch);
        long released = new BareWork(bare, String.valueOf(values.get("released_by")), own)
                .add(Sent.CLAIM)
                .add(Sent.HOLD_BATCH)
                .add(Sent.APPROVERS_OF_BATCH)
                .add(Sent.PAYMENTS_OF_BATCH)
                .add(Sent.TO_THE_DEAD, NamedSql.row(books, Gathered.PAYMENTS, batch))
                .add(Sent.HOLD_PERSONS)
                .add(Sent.PAID_TWICE)
                .add(Sent.FILE_LINES)
                .add(Sent.KEEP_FILE)
                .add(Sent.RELEASE)
                .add(Sent.SEND)
                .add(Sent.OUTBOX_PUT)
                .add(Sent.PROGRESS_MOVED)
                .add(Sent.AUDIT)
                .add(Sent.BATCH)
                .add(Sent.BATCH_FIGURES)
                .add(Sent.KEEP)
                .run();
        Map<String, @Nullable Object> waiting =
                NamedSql.row(bare, "SELECT id FROM outbox WHERE aggregate = ? AND delivered_at IS NULL", batch);
        bare.rollback();
        long written = new BareWork(bare, "system", own)
                .add(Sent.OUTBOX_NEXT)
                .add(Sent.HOLD_BATCH)
                .add(Sent.READ_FILE)
                .add(Sent.WRITTEN)
                .add(Sent.AUDIT)
                .add(Sent.DELIVERED, waiting)
                .run();
        return released + written;
    }

    private void bankFile(UUID file, UUID envelope) throws SQLException {
        Map<String, @Nullable Object> values = NamedSql.row(books, Gathered.BANK_FILE, file);
        List<@Nullable Object> states = column(NamedSql.row(books, Gathered.STATES, file), "states");
        values.put("kind", values.get("bank_kind"));
        values.put("sha256", values.get("hex"));
        Map<String, @Nullable Object> lines = new HashMap<>(values);
        lines.put("exceptions", values.get("exceptions_named"));
        BareWork work = new BareWork(bare, "samira", values)
                .add(Sent.CLAIM)
                .add(Sent.FIND_BANK_FILE, Map.of("sha256", new byte[32]))
                .add(Sent.FIND_BANK_MESSAGE)
                .add(Sent.HOLD_PAYMENTS, held(values));
        if (states.contains("RETURNED")) {
            work.add(Sent.BOOKINGS_BEFORE, NamedSql.row(books, Gathered.MOVES, file, "RETURNED"));
        }
        work.add(Sent.INSERT_BANK_FILE).add(Sent.INSERT_BANK_LINES, lines);
        for (Object state : states) {
            Map<String, @Nullable Object> moves =
                    NamedSql.row(books, Gathered.MOVES, file, Objects.requireNonNull(state));
            work.add(Sent.MOVE_PAYMENTS, moves);
            if (!"ACCEPTED".equals(state)) {
                moves.put("movedEnvelope", envelope);
                work.add(Sent.PROGRESS_MOVED, moves).movement(settlement(moves, String.valueOf(state)));
            }
        }
        nanos.put(
                states.contains("ACCEPTED") ? Step.STATUS : states.contains("PAID") ? Step.BOOKING : Step.RETURNS,
                work.add(Sent.AUDIT).add(Sent.KEEP).run());
    }

    private static Map<String, @Nullable Object> held(Map<String, @Nullable Object> file) {
        Map<String, @Nullable Object> held = new HashMap<>();
        held.put("ids", file.get("references"));
        return held;
    }

    /** A wave's total moves at once, under one cause. */
    private static Map<String, @Nullable Object> movement(Map<String, @Nullable Object> wave, String kind) {
        BigDecimal total = (BigDecimal) Objects.requireNonNull(wave.get("total"));
        Map<String, @Nullable Object> moved = new HashMap<>(wave);
        moved.put("kind", kind);
        moved.put("causeType", "campaign-wave");
        moved.put("causes", new Column("uuid", List.of(id(wave, "wave"))));
        moved.put("amounts", new Column("numeric", List.of(total)));
        moved.put("reserved", kind.equals("RESERVE") ? total : total.negate());
        moved.put("committed", kind.equals("RESERVE") ? BigDecimal.ZERO : total);
        moved.put("paid", BigDecimal.ZERO);
        return moved;
    }

    /** What the bank did to many payments, with an entry for each. */
    private static Map<String, @Nullable Object> settlement(Map<String, @Nullable Object> moves, String state) {
        BigDecimal sum = (BigDecimal) Objects.requireNonNull(moves.get("sum"));
        Map<String, @Nullable Object> moved = new HashMap<>(moves);
        moved.put("causeType", "disbursement");
        moved.put("reserved", BigDecimal.ZERO);
        moved.put("committed", state.equals("RETURNED") ? BigDecimal.ZERO : sum.negate());
        moved.put(
                "paid",
                switch (state) {
                    case "PAID" -> sum;
                    case "RETURNED" -> sum.negate();
                    default -> BigDecimal.ZERO;
                });
        moved.put(
                "kind",
                switch (state) {
                    case "PAID" -> "PAY";
                    case "RETURNED" -> "GIVE_BACK";
                    default -> "UNCOMMIT";
                });
        return moved;
    }

    /** The same statements with the same values leave the same balance, or one of the two did less. */
    private void requireSameBalance(UUID envelope) throws SQLException {
        Object ours = NamedSql.row(books, Gathered.BALANCE, envelope).get("balance");
        Object theirs = NamedSql.row(bare, Gathered.BALANCE, envelope).get("balance");
        bare.rollback();
        if (!Objects.equals(ours, theirs)) {
            throw new IllegalStateException(
                    "the envelope holds " + ours + " in the service's books and " + theirs + " in their copy");
        }
    }

    private static UUID id(Map<String, @Nullable Object> row, String name) {
        return (UUID) Objects.requireNonNull(row.get(name), name);
    }

    private static List<@Nullable Object> column(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof Column column ? column.items() : new ArrayList<>();
    }
}
