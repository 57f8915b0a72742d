package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The disbursements as stored.
 *
 * <p>Every change takes any number of them in one statement; the database writes their history with it.
 */
@Singleton
class PaymentBook {

    private static final String INSERT = """
            INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
            SELECT id, source_type, source, tranche, envelope, amount, payee, holder, decode(account, 'base64'), approved_by, :actor, :now, 'ORDERED', :now
            FROM unnest(CAST(:ids AS uuid[]), CAST(:sourceTypes AS text[]), CAST(:sources AS uuid[]), CAST(:tranches AS integer[]), CAST(:envelopes AS uuid[]),
                        CAST(:amounts AS numeric[]), CAST(:payees AS uuid[]), CAST(:holders AS text[]), CAST(:accounts AS text[]), CAST(:approvers AS text[]))
                 AS given (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by)
            ON CONFLICT (source_type, source, tranche) WHERE state NOT IN ('REFUSED', 'RETURNED') DO NOTHING
            """;

    private static final String BATCH = """
            UPDATE disbursement d SET state = 'BATCHED', state_since = :now, batch = :batch, position = given.position
            FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS given (id, position)
            WHERE d.id = given.id AND d.state = 'ORDERED'
            """;

    private static final String SEND = """
            UPDATE disbursement SET state = 'SENT', state_since = :now WHERE batch = :batch AND state = 'BATCHED'
            """;

    private static final String MOVE = """
            UPDATE disbursement d
            SET state = :to, state_since = :now,
                bank_reason = coalesce(nullif(given.reason, ''), d.bank_reason),
                bank_reference = coalesce(nullif(given.reference, ''), d.bank_reference)
            FROM unnest(CAST(:ids AS uuid[]), CAST(:reasons AS text[]), CAST(:references AS text[])) AS given (id, reason, reference)
            WHERE d.id = given.id
            """;

    private static final String STANDING = """
            SELECT d.id, d.end_to_end_id, d.source_type, d.source, d.envelope, d.amount, d.state, d.bank_reference, b.number AS batch_number, b.released_at
            FROM disbursement d LEFT JOIN payment_batch b ON b.id = d.batch
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final FieldCipher cipher;

    PaymentBook(Jdbi jdbi, Clock clock, FieldCipher cipher) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.cipher = cipher;
    }

    /** A disbursement with the identifier it is given, before it is stored. */
    record Row(UUID id, NewDisbursement what) {}

    /** What the books say of a payment that a bank names; the row is held until the transaction ends. */
    record Standing(
            UUID id,
            String endToEndId,
            SourceType sourceType,
            UUID source,
            UUID envelope,
            Money amount,
            DisbursementState state,
            @Nullable String bankReference,
            @Nullable String batchNumber,
            @Nullable Instant releasedAt) {}

    /** A move that a bank's file asks for. */
    record Move(
            UUID disbursement,
            @Nullable String reason,
            @Nullable String reference) {}

    /** A payment as the file of its batch names it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Payable(UUID id, String endToEndId, Money amount, String holder, byte[] account) {}

    /** Stores those for which nothing is under way; answers how many. */
    int insert(List<Row> rows, String actor) {
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                .bind("actor", actor)
                .bind("now", now())
                .bindArray("ids", UUID.class, column(rows, Row::id))
                .bindArray(
                        "sourceTypes",
                        String.class,
                        column(rows, row -> row.what().sourceType().name()))
                .bindArray("sources", UUID.class, column(rows, row -> row.what().source()))
                .bindArray(
                        "tranches",
                        Integer.class,
                        column(rows, row -> row.what().tranche()))
                .bindArray(
                        "envelopes", UUID.class, column(rows, row -> row.what().envelope()))
                .bindArray(
                        "amounts", Money.class, column(rows, row -> row.what().amount()))
                .bindArray("payees", UUID.class, column(rows, row -> row.what().payee()))
                .bindArray(
                        "holders", String.class, column(rows, row -> row.what().holder()))
                .bindArray("accounts", String.class, column(rows, this::sealedAccount))
                .bindArray(
                        "approvers",
                        String.class,
                        column(rows, row -> row.what().approvedBy()))
                .execute());
    }

    /** Gives the batch those that wait for one, in the order given; answers how many. */
    int batch(UUID batch, List<UUID> disbursements) {
        return jdbi.withHandle(handle -> handle.createUpdate(BATCH)
                .bind("batch", batch)
                .bind("now", now())
                .bindArray("ids", UUID.class, disbursements)
                .execute());
    }

    /** Marks the whole batch, which is released, as sent; answers how many. */
    int send(UUID batch) {
        return jdbi.withHandle(handle -> handle.createUpdate(SEND)
                .bind("batch", batch)
                .bind("now", now())
                .execute());
    }

    /** Moves all of them to the state; PostgreSQL refuses a move that the state does not allow, or no line of a file just taken says. */
    int move(DisbursementState to, List<Move> moves) {
        return jdbi.withHandle(handle -> handle.createUpdate(MOVE)
                .bind("to", to)
                .bind("now", now())
                .bindArray("ids", UUID.class, column(moves, Move::disbursement))
                .bindArray("reasons", String.class, column(moves, move -> orEmpty(move.reason())))
                .bindArray("references", String.class, column(moves, move -> orEmpty(move.reference())))
                .execute());
    }

    /** The payments of these references, held in one order by everyone, so that two files never wait for each other. */
    List<Standing> hold(Collection<String> endToEndIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        STANDING + "WHERE d.end_to_end_id = ANY(:ids) ORDER BY d.id FOR UPDATE OF d")
                .bindArray("ids", String.class, endToEndIds)
                .mapTo(Standing.class)
                .list());
    }

    /** The references of all payments of the batches of these numbers. */
    List<String> referencesOfBatches(Collection<String> numbers) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.end_to_end_id FROM disbursement d JOIN payment_batch b ON b.id = d.batch
                        WHERE b.number = ANY(:numbers)
                        """)
                .bindArray("numbers", String.class, numbers)
                .mapTo(String.class)
                .list());
    }

    /** The batch that carries it, if one does. */
    Optional<UUID> batchOf(UUID disbursement) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT batch FROM disbursement WHERE id = :id AND batch IS NOT NULL")
                        .bind("id", disbursement)
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** Held until the transaction ends. */
    Optional<Standing> hold(UUID disbursement) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING + "WHERE d.id = :id FOR UPDATE OF d")
                .bind("id", disbursement)
                .mapTo(Standing.class)
                .findOne());
    }

    /** Takes it out; PostgreSQL refuses what the bank is to have already. */
    void stop(UUID disbursement, String actor, StopReason reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE disbursement SET state = 'STOPPED', state_since = :now, stopped_by = :actor, stop_reason = :reason WHERE id = :id
                        """)
                .bind("id", disbursement)
                .bind("now", now())
                .bind("actor", actor)
                .bind("reason", reason)
                .execute());
    }

    /** Those among them whose payee the registry told dead. */
    List<UUID> toTheDead(Collection<UUID> disbursements) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM disbursement WHERE id = ANY(:ids) AND told_dead(payee) ORDER BY id")
                .bindArray("ids", UUID.class, disbursements)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of the batch whose person another line of the campaign pays under another id. */
    List<UUID> paidUnderAnotherId(UUID batch) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT disbursement FROM paid_under_another_id(:batch) ORDER BY 1")
                        .bind("batch", batch)
                        .mapTo(UUID.class)
                        .list());
    }

    /** What the batch still carries, in no order. */
    List<Standing> ofBatch(UUID batch) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING + "WHERE d.batch = :batch AND d.state = 'BATCHED'")
                .bind("batch", batch)
                .mapTo(Standing.class)
                .list());
    }

    /** Who approved any of them, held against being batched twice at once. */
    List<String> approversOf(Collection<UUID> disbursements) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT approved_by FROM disbursement WHERE id = ANY(:ids)")
                        .bindArray("ids", UUID.class, disbursements)
                        .mapTo(String.class)
                        .list());
    }

    List<String> approversOfBatch(UUID batch) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT approved_by FROM disbursement WHERE batch = :batch")
                        .bind("batch", batch)
                        .mapTo(String.class)
                        .list());
    }

    /** Whether any of them goes to that person. */
    boolean pays(Collection<UUID> disbursements, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM disbursement WHERE id = ANY(:ids) AND payee = ANY (ids_of_person(:person)))")
                .bindArray("ids", UUID.class, disbursements)
                .bind("person", person)
                .mapTo(boolean.class)
                .one());
    }

    /** The sum of these, or nothing where none is known. */
    Optional<Money> sum(Collection<UUID> disbursements) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sum(amount) FROM disbursement WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, disbursements)
                .mapTo(Money.class)
                .findOne());
    }

    /** In the order of the file. */
    List<Payable> payables(UUID batch) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, end_to_end_id, amount, holder, account FROM disbursement WHERE batch = :batch AND state = 'BATCHED' ORDER BY position
                        """)
                .bind("batch", batch)
                .mapTo(Payable.class)
                .list());
    }

    String accountOf(Payable payable) {
        return cipher.decryptText(payable.account(), account(payable.id()));
    }

    private String sealedAccount(Row row) {
        byte[] sealed = cipher.encrypt(row.what().iban(), account(row.id()));
        return Base64.getEncoder().encodeToString(sealed);
    }

    private static FieldCipher.Field account(UUID disbursement) {
        return new FieldCipher.Field("disbursement.account", disbursement);
    }

    private static <R, V> List<V> column(List<R> rows, Function<R, V> value) {
        return rows.stream().map(value).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
