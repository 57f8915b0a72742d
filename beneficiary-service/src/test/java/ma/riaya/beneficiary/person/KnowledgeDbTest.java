package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of two times begin in a knowledge that is there, and that stays, whoever writes. */
@QuarkusTest
class KnowledgeDbTest {

    private static final String NOWHERE = "9000000000";
    private static final String FOREIGN_KEY = "23503";
    private static final String RESTRICTED = "23001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO category_period (id, person_id, category, held, source, known_from)"
                        + " VALUES (uuidv7(), '%s', 'RETIRED', daterange('2001-01-01', NULL), 'ENTRY', %s)",
                "INSERT INTO pension_period (id, person_id, held, amount_sealed, source, known_from)"
                        + " VALUES (uuidv7(), '%s', daterange('2001-01-01', NULL), '\\x00', 'ENTRY', %s)",
                "INSERT INTO person_link (person_id, kind, other_id, held, source, known_from)"
                        + " SELECT '%s', 'SPOUSE', id, daterange('2001-01-01', NULL), 'ENTRY', %s FROM person LIMIT 2",
                "INSERT INTO person (id, reference, family_name_ar, given_name_ar, family_name_latin, given_name_latin, sex,"
                        + " birth_date, created_at, changed_at, known_from) SELECT uuidv7(), 'K-' || uuidv7(), family_name_ar,"
                        + " given_name_ar, family_name_latin, given_name_latin, sex, birth_date, now(), now(), %2$s FROM person"
                        + " WHERE id = '%1$s'"
            })
    void noRowBeginsInAKnowledgeThatIsNotThere(String insert) throws SQLException {
        String person = People.registered("RAB");
        refused(insert.formatted(person, NOWHERE), FOREIGN_KEY);
    }

    @Test
    void knowledgeStaysAndKeepsItsNumber() throws SQLException {
        People.registered("RAB");
        refused("DELETE FROM knowledge WHERE id = (SELECT max(id) FROM knowledge)", RESTRICTED);
        refused("UPDATE knowledge SET id = DEFAULT WHERE id = (SELECT max(id) FROM knowledge)", RESTRICTED);
        refused("TRUNCATE knowledge CASCADE", RESTRICTED);
    }

    /** Whoever owns the tables is refused too. */
    private static void refused(String sql, String state) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(state));
        }
    }
}
