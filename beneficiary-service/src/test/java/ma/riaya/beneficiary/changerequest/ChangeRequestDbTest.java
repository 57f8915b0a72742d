package ma.riaya.beneficiary.changerequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** What the database itself keeps of changes of money, in one step or in several, as the application's role. */
@QuarkusTest
class ChangeRequestDbTest {

    private static final String REFUSED = "23001";
    private static final String CHECKED = "23514";
    private static final String NOT_GRANTED = "42501";

    private static final String ASK = """
            INSERT INTO change_request (id, person_id, kind, content_sealed, account_index, source, proposed_by)
            VALUES ('%s', '%s', 'ACCOUNT', '\\x00', '\\x%s', 'ENTRY', 'one')
            """;
    private static final String APPROVE = """
            UPDATE change_request SET state = 'APPROVED', decided_by = '%s', payable_on = %s WHERE id = '%s'
            """;
    private static final String ENTER = """
            INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, source, request_id)
            VALUES (uuidv7(), '%s', '\\x00', '\\x%s', %s, '%s', %s)
            """;
    private static final String IN_TIME = "(current_date + 3)::timestamp AT TIME ZONE 'Africa/Casablanca'";

    @Test
    void noHandEntersAnAccountWithoutAnApprovedRequest() throws SQLException {
        String person = People.registered("RAB");
        assertThat(steps(ENTER.formatted(person, "01", "now()", "ENTRY", "NULL")))
                .isEqualTo(REFUSED);
        String known = People.registered("RAB");
        assertThat(steps(
                        ENTER.formatted(known, "0a", "now()", "PENSION_FUND", "NULL"),
                        ENTER.formatted(person, "0a", "now()", "ENTRY", "NULL")))
                .as("an account that is known of another")
                .isEqualTo(REFUSED);
        String request = UUID.randomUUID().toString();
        assertThat(steps(
                        ASK.formatted(request, person, "01"),
                        ENTER.formatted(person, "01", IN_TIME, "ENTRY", quoted(request))))
                .isEqualTo(REFUSED);
        assertThat(steps(ASK.formatted(request, person, "01"), APPROVE.formatted("one", "current_date + 3", request)))
                .isEqualTo(CHECKED);
        assertThat(approvedThen(person, request, ENTER.formatted(person, "01", IN_TIME, "ENTRY", quoted(request))))
                .isEmpty();
    }

    @Test
    void theAccountEnteredIsTheOneApprovedForThisPersonAfterItsRest() throws SQLException {
        String person = People.registered("RAB");
        String other = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        assertThat(approvedThen(person, request, ENTER.formatted(person, "02", IN_TIME, "ENTRY", quoted(request))))
                .isEqualTo(REFUSED);
        assertThat(approvedThen(person, request, ENTER.formatted(other, "01", IN_TIME, "ENTRY", quoted(request))))
                .isEqualTo(REFUSED);
        assertThat(approvedThen(person, request, ENTER.formatted(person, "01", "now()", "ENTRY", quoted(request))))
                .isEqualTo(REFUSED);
        assertThat(steps(ASK.formatted(request, person, "01"), APPROVE.formatted("two", "current_date", request)))
                .isEqualTo(REFUSED);
        assertThat(approvedThen(person, request))
                .as("an approval without its account")
                .isEqualTo(REFUSED);
    }

    @Test
    void anApprovalIsOfThisHourAndIsUsedInItsOwnTransactionOnly() throws SQLException {
        String person = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        try (Connection app = Postgres.asApp()) {
            app.setAutoCommit(false);
            run(app, ASK.formatted(request, person, "01"));
            run(app, APPROVE.formatted("two", "current_date + 3", request));
            run(app, ENTER.formatted(person, "01", IN_TIME, "ENTRY", quoted(request)));
            app.commit();
            assertThat(one(
                            app,
                            "SELECT decided_at > now() - interval '5 minutes' FROM change_request WHERE id = '"
                                    + request + "'"))
                    .isEqualTo("t");
        }
        assertThat(steps(APPROVE.formatted("three", "current_date + 9", request)))
                .isEqualTo(REFUSED);
        assertThat(steps(
                        "UPDATE account SET used_until = used_from WHERE person_id = '" + person + "'",
                        ENTER.formatted(person, "01", IN_TIME, "ENTRY", quoted(request))))
                .isEqualTo(REFUSED);
    }

    @Test
    void aSourceEntersAFirstAccountOnlyAndAFormerOneDoesNotComeBack() throws SQLException {
        String person = People.registered("RAB");
        String first = ENTER.formatted(person, "03", "now()", "PENSION_FUND", "NULL");
        String ended = "UPDATE account SET used_until = now() WHERE person_id = '" + person + "'";
        assertThat(steps(first)).isEmpty();
        assertThat(steps(first, ended, ENTER.formatted(person, "04", "now()", "PENSION_FUND", "NULL")))
                .isEqualTo(REFUSED);
        assertThat(steps(first, ended, "UPDATE account SET used_until = NULL WHERE person_id = '" + person + "'"))
                .isEqualTo(REFUSED);
        assertThat(steps(first, "UPDATE account SET used_from = now() WHERE person_id = '" + person + "'"))
                .isEqualTo(NOT_GRANTED);
    }

    @Test
    void aRequestIsNeitherRewrittenNorDatedBackNorRenewedByAnother() throws SQLException {
        String person = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        String ask = ASK.formatted(request, person, "01");
        assertThat(steps(ask, "UPDATE change_request SET proposed_by = 'two'")).isEqualTo(NOT_GRANTED);
        assertThat(steps(ask, "UPDATE change_request SET decided_at = now() - interval '9 days'"))
                .isEqualTo(NOT_GRANTED);
        assertThat(steps(ask, "DELETE FROM change_request")).isEqualTo(NOT_GRANTED);
        assertThat(steps(
                        ask,
                        "UPDATE change_request SET state = 'REFUSED', decided_by = 'two' WHERE id = '" + request + "'"))
                .isEqualTo(CHECKED);
        assertThat(steps(
                        ask,
                        "UPDATE change_request SET state = 'WITHDRAWN', decided_by = 'two' WHERE id = '" + request
                                + "'"))
                .isEqualTo(CHECKED);
        String overtaken =
                "UPDATE change_request SET state = 'OVERTAKEN', decided_by = 'two' WHERE id = '" + request + "'";
        String renewal = """
                INSERT INTO change_request (id, person_id, kind, content_sealed, account_index, source, proposed_by, renews)
                VALUES (uuidv7(), '%s', 'ACCOUNT', '\\x00', '\\x01', 'ENTRY', '%s', '%s')
                """;
        assertThat(steps(ask, overtaken, renewal.formatted(person, "two", request)))
                .isEqualTo(REFUSED);
        assertThat(steps(ask, renewal.formatted(person, "one", request))).isEqualTo(REFUSED);
        assertThat(steps(ask, overtaken, renewal.formatted(person, "one", request)))
                .isEmpty();
    }

    private static String approvedThen(String person, String request, String... more) throws SQLException {
        String[] all = new String[more.length + 2];
        all[0] = ASK.formatted(request, person, "01");
        all[1] = APPROVE.formatted("two", "current_date + 3", request);
        System.arraycopy(more, 0, all, 2, more.length);
        return steps(all);
    }

    /** The state that PostgreSQL refuses with, also at the end of the transaction; empty where it takes them all. Nothing stays. */
    private static String steps(String... statements) throws SQLException {
        try (Connection app = Postgres.asApp()) {
            app.setAutoCommit(false);
            try {
                for (String each : statements) {
                    run(app, each);
                }
                run(app, "SET CONSTRAINTS ALL IMMEDIATE");
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                app.rollback();
            }
        }
    }

    private static String quoted(String id) {
        return "'" + id + "'";
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
