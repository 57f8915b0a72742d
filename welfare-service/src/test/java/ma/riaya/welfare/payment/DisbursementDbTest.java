package ma.riaya.welfare.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses to the application's own role, whatever the application believes. */
@QuarkusTest
class DisbursementDbTest {

    private static final String CHECK = "23514";
    private static final String RESTRICT = "23001";
    private static final String UNIQUE = "23505";
    private static final String DENIED = "42501";
    private static final Pattern MOVE = Pattern.compile("'([A-Z_]+>[A-Z_]+)'");

    @Test
    void theMovesAreThoseOfTheEnum() throws SQLException {
        Set<String> declared = Arrays.stream(DisbursementState.values())
                .flatMap(from -> from.next().stream().map(to -> from + ">" + to))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'disbursement_moves'")) {
            assertThat(rows.next()).isTrue();
            assertThat(MOVE.matcher(rows.getString(1)).results().map(found -> found.group(1)))
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void aPaymentMovesAsTheEnumSaysAndNotOtherwise() throws SQLException {
        UUID waiting = Ordered.payments(1).getFirst();
        for (DisbursementState to : DisbursementState.values()) {
            if (!DisbursementState.ORDERED.next().contains(to)) {
                refused("UPDATE disbursement SET state = '%s' WHERE id = '%s'".formatted(to, waiting), RESTRICT);
            }
        }
    }

    @Test
    void aBatchMovesAsTheEnumSaysAndNotOtherwise() throws SQLException {
        String batch = Ordered.prepared(Ordered.payments(1));
        String release =
                "UPDATE payment_batch SET state = 'RELEASED', released_by = '%s', released_at = now(), content_sha256 = sha256('') WHERE id = '%s'"
                        .formatted(Persona.KARIM.subject(), batch);
        String write = "UPDATE payment_batch SET state = 'WRITTEN', written_at = now() WHERE id = '" + batch + "'";
        String back = "UPDATE payment_batch SET state = 'PREPARED' WHERE id = '" + batch + "'";
        try (Connection app = Postgres.asApp()) {
            app.setAutoCommit(false);
            refusedAndForgotten(app, write, RESTRICT);
            refusedAndForgotten(app, back, RESTRICT);
            execute(app, release);
            refusedAndForgotten(app, release, RESTRICT);
            execute(app, release);
            execute(app, write);
            refused(() -> execute(app, back), RESTRICT);
            app.rollback();
        }
    }

    /** Who released, and what: written once, with the release. */
    @Test
    void whatWasReleasedIsSignedOnce() throws SQLException {
        String batch = Ordered.released(Ordered.payments(1));

        refused("UPDATE payment_batch SET released_by = 'other' WHERE id = '" + batch + "'", RESTRICT);
        refused("UPDATE payment_batch SET content_sha256 = sha256('other') WHERE id = '" + batch + "'", RESTRICT);
        refused("UPDATE payment_batch SET released_at = now() WHERE id = '" + batch + "'", RESTRICT);
        refused("""
                INSERT INTO payment_batch (id, number, state, lines, total, prepared_by, prepared_at, released_by, released_at, content_sha256)
                VALUES (uuidv7(), 'PAY-2025-999999', 'RELEASED', 1, 1, 'a', now(), 'b', now(), sha256(''))
                """, DENIED);
    }

    /** Whatever plan the server keeps for the statement, it may use the index of what waits for a batch. */
    @Test
    void whatWaitsForABatchIsFoundByItsIndex() throws SQLException {
        String page = DisbursementList.page(DisbursementState.ORDERED)
                .replace(":after", "$1")
                .replace(":rows", "$2");
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_sort = off");
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE page (uuid, integer) AS " + page);
            StringBuilder plan = new StringBuilder();
            try (var rows = statement.executeQuery("EXPLAIN EXECUTE page (uuidv7(), 50)")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("disbursement_to_batch");
        }
    }

    /** A payment that a batch carries stays in it: a batch is signed with what it holds. */
    @Test
    void aPaymentStaysInItsBatch() throws SQLException {
        List<UUID> payments = Ordered.payments(2);
        String batch = Ordered.prepared(payments.subList(0, 1));
        String other = Ordered.prepared(payments.subList(1, 2));

        refused(
                "UPDATE disbursement SET batch = '" + other + "', position = 2 WHERE batch = '" + batch + "'",
                RESTRICT);
        refused("UPDATE disbursement SET position = 2 WHERE batch = '" + batch + "'", RESTRICT);
    }

    @Test
    void noRoleReleasesWhatItPrepared() throws SQLException {
        String batch = Ordered.prepared(Ordered.payments(1));

        refused(
                "UPDATE payment_batch SET state = 'RELEASED', released_by = prepared_by, released_at = now(), content_sha256 = sha256('') WHERE id = '%s'"
                        .formatted(batch),
                CHECK);
    }

    @Test
    void noRolePaysWhatItApproved() throws SQLException {
        String batch = Ordered.prepared(Ordered.payments(1));

        refused(
                "UPDATE payment_batch SET state = 'RELEASED', released_by = '%s', released_at = now(), content_sha256 = sha256('') WHERE id = '%s'"
                        .formatted(Persona.HASSAN.subject(), batch),
                RESTRICT);
        refused("""
                INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
                SELECT uuidv7(), source_type, uuidv7(), 1, envelope, amount, payee, holder, account, approved_by, approved_by, now(), 'ORDERED', now()
                FROM disbursement LIMIT 1
                """, CHECK);
    }

    @Test
    void whatIsToBePaidNeverChanges() throws SQLException {
        for (String column : List.of("amount", "account", "holder", "payee", "envelope", "source", "approved_by")) {
            refused("UPDATE disbursement SET %s = %s".formatted(column, column), DENIED);
        }
        for (String table : List.of(
                "disbursement",
                "payment_batch",
                "disbursement_history",
                "payment_file",
                "bank_file",
                "bank_file_line",
                "voucher")) {
            refused("DELETE FROM " + table, DENIED);
        }
        refused("UPDATE disbursement_history SET to_state = 'PAID'", DENIED);
        refused("UPDATE payment_file SET content = content", DENIED);
    }

    @Test
    void evenTheOwnerCannotRewriteHistory() throws SQLException {
        Ordered.released(Ordered.payments(1));
        try (Connection owner = Postgres.asOwner()) {
            for (String table : List.of("disbursement_history", "payment_file")) {
                refused(() -> execute(owner, "DELETE FROM " + table), RESTRICT);
                refused(() -> execute(owner, "TRUNCATE " + table), RESTRICT);
            }
        }
    }

    @Test
    void oneLivePaymentForEachSource() throws SQLException {
        List<UUID> payments = Ordered.payments(1);
        String again = """
                INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
                SELECT uuidv7(), source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, now(), 'ORDERED', now()
                FROM disbursement WHERE id = '%s'
                """.formatted(payments.getFirst());

        refused(again, UNIQUE);
    }

    @Test
    void theAccountIsNotToBeReadInTheDatabase() throws SQLException {
        UUID id = Ordered.payments(1).getFirst();
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT account, end_to_end_id FROM disbursement WHERE id = '" + id + "'")) {
            rows.next();
            assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain("0115190000");
            assertThat(rows.getString(2)).isEqualTo(Disbursements.endToEndId(id));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refusedAndForgotten(Connection app, String sql, String state) throws SQLException {
        refused(() -> execute(app, sql), state);
        app.rollback();
    }

    private static void refused(String sql, String state) throws SQLException {
        try (Connection app = Postgres.asApp()) {
            refused(() -> execute(app, sql), state);
        }
    }

    private static void refused(ThrowingCallable act, String state) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getSQLState()).isEqualTo(state));
    }
}
