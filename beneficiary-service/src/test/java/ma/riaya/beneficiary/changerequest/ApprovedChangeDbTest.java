package ma.riaya.beneficiary.changerequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import ma.riaya.beneficiary.person.People;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** Without an approval of the same transaction the application's role changes nobody's identity, category, pension or link by hand. */
@QuarkusTest
class ApprovedChangeDbTest {

    private static final String REFUSED = "23001";
    private static final String ASK = """
            INSERT INTO change_request (id, person_id, kind, content_sealed, other_id, source, proposed_by)
            VALUES ('%1$s', '%2$s', '%3$s', '\\x00', CASE WHEN '%3$s' = 'LINK' THEN CAST('%2$s' AS uuid) END, 'ENTRY', 'one')
            """;
    private static final String APPROVE =
            "UPDATE change_request SET state = 'APPROVED', decided_by = 'two' WHERE id = '%s'";
    private static final String BEGIN = "SELECT knowledge_begin('two', NULL, '%s', %s, NULL)";
    private static final String RENAME = "UPDATE person SET family_name_latin = 'OTHER' WHERE id = '%s'";
    private static final String HOLD = """
            INSERT INTO category_period (id, person_id, category, held, source)
            VALUES (uuidv7(), '%s', 'RETIRED', daterange('2020-01-01', NULL), 'ENTRY')
            """;

    @Test
    void aNameChangesOnlyUnderTheApprovalOfThisPersonsRequest() throws SQLException {
        String person = People.registered("RAB");
        String other = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        String begin = BEGIN.formatted("ENTRY", "'" + request + "'");
        assertThat(steps(RENAME.formatted(person))).isEqualTo(REFUSED);
        assertThat(steps(ASK.formatted(request, person, "IDENTITY"), begin, RENAME.formatted(person)))
                .isEqualTo(REFUSED);
        assertThat(steps(
                        ASK.formatted(request, other, "IDENTITY"),
                        APPROVE.formatted(request),
                        begin,
                        RENAME.formatted(person)))
                .isEqualTo(REFUSED);
        assertThat(steps(
                        ASK.formatted(request, person, "CATEGORY"),
                        APPROVE.formatted(request),
                        begin,
                        RENAME.formatted(person)))
                .isEqualTo(REFUSED);
        assertThat(steps(
                        ASK.formatted(request, person, "IDENTITY"),
                        APPROVE.formatted(request),
                        begin,
                        RENAME.formatted(person)))
                .isEmpty();
        for (String set : new String[] {
            "birth_date = '1950-01-01'",
            "sex = 'M'",
            "matricule = 'X1'",
            "cin_index = '\\x01', cin_sealed = '\\x01', cin_verified = true"
        }) {
            assertThat(steps("UPDATE person SET " + set + " WHERE id = '" + person + "'"))
                    .as(set)
                    .isEqualTo(REFUSED);
        }
        assertThat(steps("UPDATE person SET province = 'MA-RAB' WHERE id = '" + person + "'"))
                .isEmpty();
    }

    @Test
    void anApprovalOfAnEarlierTransactionIsNoApprovalOfThisOne() throws SQLException {
        String person = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            sql.execute(ASK.formatted(request, person, "IDENTITY"));
            sql.execute(APPROVE.formatted(request));
        }
        assertThat(steps(BEGIN.formatted("ENTRY", "'" + request + "'"), RENAME.formatted(person)))
                .isEqualTo(REFUSED);
    }

    @Test
    void aCategoryPensionOrLinkIsEnteredByAHandOnlyAsApproved() throws SQLException {
        String person = People.registered("RAB");
        String other = People.registered("RAB");
        String request = UUID.randomUUID().toString();
        String pension = """
                INSERT INTO pension_period (id, person_id, held, amount_sealed, source)
                VALUES (uuidv7(), '%s', daterange('2020-01-01', NULL), '\\x00', 'ENTRY')
                """.formatted(person);
        String link = """
                INSERT INTO person_link (person_id, kind, other_id, held, source)
                VALUES ('%s', 'SPOUSE', '%s', daterange('2020-01-01', NULL), 'ENTRY')
                """.formatted(person, other);
        String begin = BEGIN.formatted("ENTRY", "'" + request + "'");
        for (String[] each :
                new String[][] {{"CATEGORY", HOLD.formatted(person)}, {"PENSION", pension}, {"LINK", link}}) {
            assertThat(steps(each[1])).as(each[0]).isEqualTo(REFUSED);
            assertThat(steps(BEGIN.formatted("ENTRY", "NULL"), each[1]))
                    .as(each[0])
                    .isEqualTo(REFUSED);
            assertThat(steps(ASK.formatted(request, person, each[0]), APPROVE.formatted(request), begin, each[1]))
                    .as(each[0])
                    .isEmpty();
        }
        assertThat(steps(ASK.formatted(request, person, "LINK"), APPROVE.formatted(request), begin, pension))
                .isEqualTo(REFUSED);
    }

    /** The state that PostgreSQL refuses with; empty where it takes them all. Nothing stays. */
    private static String steps(String... statements) throws SQLException {
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            try {
                for (String each : statements) {
                    sql.execute(each);
                }
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                app.rollback();
            }
        }
    }
}
