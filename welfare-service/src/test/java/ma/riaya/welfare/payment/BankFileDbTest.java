package ma.riaya.welfare.payment;

import static ma.riaya.welfare.SqlForTests.CHECK;
import static ma.riaya.welfare.SqlForTests.DENIED;
import static ma.riaya.welfare.SqlForTests.RESTRICT;
import static ma.riaya.welfare.SqlForTests.UNIQUE;
import static ma.riaya.welfare.SqlForTests.assertRefused;
import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.debit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.welfare.RegistryForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments move by what the bank said and files say what they hold: PostgreSQL refuses all else to the application's own role. */
@QuarkusTest
class BankFileDbTest {

    private static final String FILE = """
            INSERT INTO bank_file (id, kind, message_id, sha256, received_by, received_at, lines, applied, already, noted, exceptions)
            VALUES ('%s', '%s', 'FORGED', sha256(CAST('%1$s' AS bytea)), 'x', now(), %d, %d, 0, 0, 0)
            """;

    @SuppressWarnings("NullAway.Init")
    private Ordered.Sent payments;

    @SuppressWarnings("NullAway.Init")
    private String payment;

    private final String file = UUID.randomUUID().toString();

    @BeforeEach
    void paymentsAtTheBank() {
        payments = Ordered.sent(2);
        payment = payments.ids().getFirst().toString();
    }

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void noPaymentMovesWithoutALineOfTheBank() {
        for (String state : new String[] {"ACCEPTED", "PAID", "REFUSED"}) {
            assertRefused(RESTRICT, "line of the file", moved(state));
        }
        debited();
        assertRefused(RESTRICT, "line of the file", moved("RETURNED"));
        // The line that paid it does not return it too, and files are taken in their own transaction.
        assertRefused(RESTRICT, "line of the file", file("CAMT_054", 0, 0), moved("RETURNED"));
    }

    @Test
    void nothingElseOfAPaymentChanges() {
        debited();
        for (String change : new String[] {"bank_reference = 'x'", "bank_reason = 'AC04'", "state_since = now()"}) {
            assertRefused(
                    RESTRICT, "inserts only", "UPDATE disbursement SET " + change + " WHERE id = '" + payment + "'");
        }
        assertRefused(
                RESTRICT,
                "line of the file",
                file("PAIN_002", 1, 1),
                line(1, "ACCEPTED", "NULL", 1),
                "UPDATE disbursement SET state = 'ACCEPTED', bank_reference = 'x' WHERE id = '"
                        + payments.ids().get(1) + "'");
    }

    @Test
    void itsHistoryIsWrittenByTheDatabaseAlone() {
        assertRefused(
                DENIED,
                "disbursement_history",
                "INSERT INTO disbursement_history (disbursement, occurred_at, to_state, actor) VALUES ('" + payment
                        + "', now(), 'PAID', 'x')");
    }

    @Test
    void aFileCountsItsOwnLines() {
        assertRefused(RESTRICT, "counts other lines", file("CAMT_054", 1, 1));
        assertRefused(RESTRICT, "counts other lines", file("CAMT_054", 0, 0), noted(1));
        assertRefused(
                RESTRICT,
                "counts other lines",
                file("CAMT_054", 1, 1).replace("1, 1, 0, 0, 0", "1, 0, 1, 0, 0"),
                noted(1));
        assertRefused(
                RESTRICT,
                "counts other lines",
                file("CAMT_054", 1, 1).replace("1, 1, 0, 0, 0", "1, 0, 0, 1, 0"),
                noted(2));
    }

    @Test
    void noLineEntersAFileThatIsTaken() {
        String taken = debited();
        assertRefused(RESTRICT, "enters with its file", noted(7).replace(file, taken));
        assertRefused(DENIED, "bank_file", "UPDATE bank_file SET lines = lines + 1");
    }

    @Test
    void aLineNamesThePaymentThatTheBankNamed() {
        String forged = file("CAMT_054", 1, 1);
        assertRefused(
                RESTRICT, "reference", forged, line(0, "DEBITED", "1000", 1).replace("1, end_to_end_id", "1, 'RY0'"));
        assertRefused(RESTRICT, "amount", forged, line(0, "DEBITED", "999.99", 1));
        assertRefused(CHECK, "bank_file_line_amount", forged, line(0, "DEBITED", "NULL", 1));
        assertRefused(
                CHECK,
                "bank_file_line_amount",
                forged,
                line(0, "DEBITED", "1000", 1).replace("'MAD'", "'EUR'"));
        assertRefused(
                CHECK,
                "bank_file_line_decides",
                forged,
                line(0, "DEBITED", "1000", 1).replace(", id, 'A", ", NULL, 'A"));
        assertRefused(RESTRICT, "enters with its file", file("PAIN_002", 1, 1), line(0, "DEBITED", "1000", 1));
        assertRefused(RESTRICT, "enters with its file", forged, line(0, "ACCEPTED", "1000", 1));
        assertRefused(
                RESTRICT,
                "enters with its file",
                file("PAIN_002", 1, 1),
                line(0, "REFUSED", "NULL", 1).replace("NULL, 'REF", "'PAY-2025-999999', 'REF"));
    }

    @Test
    void aLineThatWasAppliedMovedItsPaymentAndAllThatHangsOnIt() {
        String forged = file("CAMT_054", 1, 1);
        String debit = line(0, "DEBITED", "1000", 1);
        String books = """
                INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                SELECT envelope, 'PAY', amount, 'disbursement', id, now() FROM disbursement WHERE id = '%s'
                """.formatted(payment);
        String line = "UPDATE campaign_line_progress SET state = 'PAID' WHERE disbursement = '" + payment + "'";

        assertRefused(RESTRICT, "moved nothing", forged, debit);
        assertRefused(RESTRICT, "moved nothing", forged, debit, moved("PAID"));
        assertRefused(RESTRICT, "moved nothing", forged, debit, moved("PAID"), books);
        assertRefused(RESTRICT, "moved nothing", forged, debit, moved("PAID"), line);
        assertRefused(RESTRICT, "follows its own payment", forged, debit, line);
        debited();
        assertRefused(UNIQUE, "bank_file_line_applied_once", forged, debit);
    }

    /** Of the first payment, by the bank's own file; answers which. */
    private String debited() {
        return As.once(Persona.KARIM)
                .contentType("application/xml")
                .body(bookings("D-" + payments.number(), debit(payments.reference(0), "1000.00")))
                .post("/v1/bank-files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String file(String kind, int lines, int applied) {
        return FILE.formatted(file, kind, lines, applied);
    }

    /** A line that says of a payment what the attacker wants. */
    private String line(int number, String says, String amount, int position) {
        return """
                INSERT INTO bank_file_line (bank_file, position, end_to_end_id, batch_number, says, amount, currency, disbursement, outcome)
                SELECT '%s', %d, end_to_end_id, NULL, '%s', %s, 'MAD', id, 'APPLIED' FROM disbursement WHERE id = '%s'
                """.formatted(file, position, says, amount, payments.ids().get(number));
    }

    private String noted(int position) {
        return "INSERT INTO bank_file_line (bank_file, position, says, outcome) VALUES ('%s', %d, 'NOTHING_YET', 'NOTED')"
                .formatted(file, position);
    }

    private String moved(String state) {
        return "UPDATE disbursement SET state = '" + state + "', state_since = now() WHERE id = '" + payment + "'";
    }
}
