package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.welfare.payment.bankfile.BankFile;
import ma.riaya.welfare.payment.bankfile.Says;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The bank's files and their lines as stored. */
@Singleton
class BankFileBook {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String FILES = """
            SELECT id, kind, message_id, encode(sha256, 'hex') AS sha256, received_by, received_at, lines, applied, already, noted, exceptions
            FROM bank_file
            """;

    private static final String LINES = """
            INSERT INTO bank_file_line (bank_file, position, end_to_end_id, batch_number, says, amount, currency, bank_reason, bank_reference, disbursement, outcome, exception)
            SELECT :bankFile, position, nullif(end_to_end_id, ''), nullif(batch_number, ''), says, CAST(nullif(amount, '') AS numeric), nullif(currency, ''),
                   nullif(bank_reason, ''), nullif(bank_reference, ''), CAST(nullif(disbursement, '') AS uuid), outcome, nullif(exception, '')
            FROM unnest(CAST(:references AS text[]), CAST(:batches AS text[]), CAST(:says AS text[]), CAST(:amounts AS text[]), CAST(:currencies AS text[]),
                        CAST(:bankReasons AS text[]), CAST(:bankReferences AS text[]), CAST(:disbursements AS text[]), CAST(:outcomes AS text[]), CAST(:exceptions AS text[]))
                 WITH ORDINALITY AS given (end_to_end_id, batch_number, says, amount, currency, bank_reason, bank_reference, disbursement, outcome, exception, position)
            ORDER BY position
            """;

    private static final String BOOKINGS = """
            SELECT disbursement, says, bank_reference FROM bank_file_line
            WHERE disbursement = ANY(:ids) AND says IN ('DEBITED', 'RETURNED') AND outcome IN ('APPLIED', 'ALREADY')
            """;

    private final Jdbi jdbi;

    BankFileBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A file as stored; the numbers say how many lines ended how. */
    record Stored(
            UUID id,
            BankFile.Kind kind,
            String messageId,
            String sha256,
            String receivedBy,
            Instant receivedAt,
            int lines,
            int applied,
            int already,
            int noted,
            int exceptions) {}

    record StoredLine(
            UUID id,
            UUID bankFile,
            int position,
            @Nullable String endToEndId,
            @Nullable String batchNumber,
            Says says,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String bankReason,
            @Nullable String bankReference,
            @Nullable UUID disbursement,
            LineOutcome outcome,
            @Nullable Mismatch exception) {}

    /** A booking that was taken for one of a payment; the reference is null where the bank gave none. */
    record Booked(UUID disbursement, Says says, @Nullable String bankReference) {}

    /** Stores the file, unless one with the same bytes or the same identifier is stored or about to be; whoever comes second waits, and is told. */
    boolean insert(Stored file) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO bank_file (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions)
                        VALUES (:id, :kind, :messageId, decode(:sha256, 'hex'), :receivedBy, :at, :lines, :applied, :already, :noted, :exceptions)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", file.id())
                        .bind("kind", file.kind())
                        .bind("messageId", file.messageId())
                        .bind("sha256", file.sha256())
                        .bind("receivedBy", file.receivedBy())
                        .bind("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                        .bind("lines", file.lines())
                        .bind("applied", file.applied())
                        .bind("already", file.already())
                        .bind("noted", file.noted())
                        .bind("exceptions", file.exceptions())
                        .execute()
                == 1);
    }

    void insertLines(UUID bankFile, List<JudgedLine> lines) {
        jdbi.useHandle(handle -> handle.createUpdate(LINES)
                .bind("bankFile", bankFile)
                .bindArray(
                        "references",
                        String.class,
                        column(lines, line -> line.line().endToEndId()))
                .bindArray("batches", String.class, column(lines, JudgedLine::batchNumber))
                .bindArray(
                        "says", String.class, column(lines, line -> line.line().says()))
                .bindArray(
                        "amounts",
                        String.class,
                        column(lines, line -> plain(line.line().amount())))
                .bindArray(
                        "currencies",
                        String.class,
                        column(lines, line -> line.line().currency()))
                .bindArray(
                        "bankReasons",
                        String.class,
                        column(lines, line -> line.line().reason()))
                .bindArray(
                        "bankReferences",
                        String.class,
                        column(lines, line -> line.line().reference()))
                .bindArray("disbursements", String.class, column(lines, JudgedLine::disbursement))
                .bindArray("outcomes", String.class, column(lines, JudgedLine::outcome))
                .bindArray("exceptions", String.class, column(lines, JudgedLine::mismatch))
                .execute());
    }

    Optional<Stored> findBySha256(byte[] sha256) {
        return jdbi.withHandle(handle -> handle.createQuery(FILES + "WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(Stored.class)
                .findOne());
    }

    /** The first of its kind that the bank gave this identifier. */
    Optional<Stored> findByMessageId(BankFile.Kind kind, String messageId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(FILES + "WHERE kind = :kind AND message_id = :messageId AND repeats = 0")
                        .bind("kind", kind)
                        .bind("messageId", messageId)
                        .mapTo(Stored.class)
                        .findOne());
    }

    /** What was booked of these payments before, in no order. */
    List<Booked> bookingsOf(Collection<UUID> disbursements) {
        return jdbi.withHandle(handle -> handle.createQuery(BOOKINGS)
                .bindArray("ids", UUID.class, disbursements)
                .mapTo(Booked.class)
                .list());
    }

    Optional<Stored> get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(FILES + "WHERE id = :id")
                .bind("id", id)
                .mapTo(Stored.class)
                .findOne());
    }

    /** Newest first. */
    List<Stored> page(@Nullable Cursor before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        FILES + "WHERE CAST(:before AS uuid) IS NULL OR id < :before ORDER BY id DESC LIMIT :rows")
                .bind("before", before == null ? null : before.uuid(0))
                .bind("rows", rows)
                .mapTo(Stored.class)
                .list());
    }

    /** In the order of the file. */
    List<StoredLine> lines(UUID bankFile, @Nullable LineOutcome outcome, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM bank_file_line
                        WHERE bank_file = :bankFile AND position > :after AND (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
                        ORDER BY position LIMIT :rows
                        """)
                .bind("bankFile", bankFile)
                .bind("outcome", outcome)
                .bind("after", position(after))
                .bind("rows", rows)
                .mapTo(StoredLine.class)
                .list());
    }

    /** Every exception of every file, oldest first. */
    List<StoredLine> exceptions(@Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM bank_file_line WHERE outcome = 'EXCEPTION' AND id > :after ORDER BY id LIMIT :rows")
                .bind("after", after == null ? BEFORE_ALL : after.uuid(0))
                .bind("rows", rows)
                .mapTo(StoredLine.class)
                .list());
    }

    private static List<String> column(List<JudgedLine> lines, Function<JudgedLine, @Nullable Object> value) {
        return lines.stream()
                .map(line -> {
                    Object found = value.apply(line);
                    return found == null ? "" : found.toString();
                })
                .toList();
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static int position(@Nullable Cursor after) {
        return after == null ? 0 : after.value(0, Integer::valueOf);
    }
}
