package ma.riaya.welfare.payment;

import static ma.riaya.welfare.AidRequestsForTests.approved;
import static ma.riaya.welfare.AidRequestsForTests.openEnvelope;
import static ma.riaya.welfare.SqlForTests.CHECK;
import static ma.riaya.welfare.SqlForTests.DENIED;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.UNIQUE;
import static ma.riaya.welfare.SqlForTests.assertRefused;
import static ma.riaya.welfare.SqlForTests.value;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.comeback;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Envelopes are moved by their entries, and entries by what was done: PostgreSQL refuses all else to the application's own role. */
@QuarkusTest
class BooksDbTest {

    @BeforeEach
    void anEnvelope() {
        openEnvelope();
    }

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void noFigureChangesWithoutItsEntry() throws SQLException {
        for (String figure : List.of("allotted", "reserved", "committed", "paid")) {
            assertRefused(DENIED, "envelope", "UPDATE envelope SET " + figure + " = " + figure + " + 1");
        }
        assertRefused(RESTRICT, "inserts only", "UPDATE envelope SET version = version + 1");
        assertRefused(
                DENIED,
                "envelope",
                "INSERT INTO envelope (programme, office, year, created_at, allotted) VALUES ('SERIOUS_ILLNESS', 'ALH', 2098, now(), 1000)");
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            assertThat(catchThrowable(() -> sql.execute("UPDATE envelope SET allotted = allotted + 1")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            why -> assertThat(why.getSQLState()).isEqualTo(RESTRICT));
        }
    }

    /** Nothing of the same name is laid before the tables that the triggers look into. */
    @Test
    void whoWritesUnderTheOwnersRightsLooksIntoOurOwnTables() throws SQLException {
        assertThat(
                        value(
                                "SELECT count(*) FROM pg_proc WHERE prosecdef AND ('search_path=public, pg_temp' = ANY (proconfig)) IS NOT TRUE"))
                .isEqualTo("0");
        assertThat(value("SELECT count(*) FROM pg_proc WHERE prosecdef AND proname = 'book_entries'"))
                .isEqualTo("1");
        assertRefused(DENIED, "temporary", "CREATE TEMPORARY TABLE disbursement (id uuid)");
    }

    @Test
    void theRowIsTheSumOfItsEntriesThroughTheWholeLife() throws SQLException {
        Ordered.Sent payments = Ordered.sent(3);
        assertThat(balance(payments)).isEqualTo("0.00 3000.00 0.00").isEqualTo(sum(payments));
        taken(bookings(
                "B-" + payments.number(),
                debit(payments.reference(0), "1000.00"),
                debit(payments.reference(1), "1000.00"),
                comeback(payments.reference(1), "1000.00", "AC04")));
        assertThat(balance(payments)).isEqualTo("0.00 1000.00 1000.00").isEqualTo(sum(payments));
    }

    @Test
    void noEntryTakesMoreThanThereIs() throws SQLException {
        String envelope = openEnvelope("SERIOUS_ILLNESS", "ALH", 2097, "1000.00");
        assertRefused(CHECK, "envelope_allotted_check", entry(envelope, "CUT", "1000.01", "envelope", envelope));
    }

    @Test
    void noEntryWithoutACause() throws SQLException {
        String request = approved("5000.00");
        String envelope = of(request, "envelope");
        String decision = of(request, "decision");

        assertRefused(CHECK, "kind_of_cause", entry(envelope, "RESERVE", "5000", "gift", decision));
        assertRefused(CHECK, "kind_of_cause", entry(envelope, "ALLOT", "5000", "envelope", decision));
        assertRefused(CHECK, "kind_of_cause", entry(envelope, "PAY", "5000", "decision", decision));
        assertRefused(UNIQUE, "envelope_entry_once", entry(envelope, "RESERVE", "5000", "decision", decision));
        for (String kind : List.of("RESERVE", "COMMIT", "RELEASE")) {
            String invented = UUID.randomUUID().toString();
            assertRefused(RESTRICT, "what was done", entry(envelope, kind, "1", "decision", invented));
        }
        for (String kind : List.of("COMMIT", "RELEASE")) {
            assertRefused(RESTRICT, "what was done", entry(envelope, kind, "5000", "decision", decision));
            assertRefused(RESTRICT, "what was done", entry(envelope, kind, "1", "decision", decision));
        }
    }

    @Test
    void noPaymentIsBookedBeforeTheBankSaysSo() throws SQLException {
        Ordered.Sent payments = Ordered.sent(2);
        String paid = payments.ids().get(0).toString();
        String sent = payments.ids().get(1).toString();
        taken(bookings("C-" + payments.number(), debit(payments.reference(0), "1000.00")));

        for (String kind : List.of("PAY", "UNCOMMIT")) {
            assertRefused(RESTRICT, "what was done", entry(payments.envelope(), kind, "1000", "disbursement", sent));
        }
        assertRefused(RESTRICT, "what was done", entry(payments.envelope(), "GIVE_BACK", "1000", "disbursement", paid));
        assertRefused(UNIQUE, "envelope_entry_once", entry(payments.envelope(), "PAY", "1000", "disbursement", paid));
    }

    private static String entry(String envelope, String kind, String amount, String causeType, String cause) {
        return "INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at) VALUES ('%s', '%s', %s, '%s', '%s', now())"
                .formatted(envelope, kind, amount, causeType, cause);
    }

    private static String of(String request, String column) throws SQLException {
        return value("SELECT " + column + " FROM aid_request WHERE id = '" + request + "'");
    }

    private static String balance(Ordered.Sent payments) throws SQLException {
        return value("SELECT concat_ws(' ', reserved, committed, paid) FROM envelope WHERE id = '" + payments.envelope()
                + "'");
    }

    private static String sum(Ordered.Sent payments) throws SQLException {
        return value(
                "SELECT concat_ws(' ', sum(reserved), sum(committed), sum(paid)) FROM envelope_entry WHERE envelope = '"
                        + payments.envelope() + "'");
    }

    private static void taken(String file) {
        As.once(Persona.KARIM)
                .contentType("application/xml")
                .body(file)
                .post("/v1/bank-files")
                .then()
                .statusCode(201);
    }
}
