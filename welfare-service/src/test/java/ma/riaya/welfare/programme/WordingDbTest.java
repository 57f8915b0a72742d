package ma.riaya.welfare.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** No version of a programme is in force without words for it. */
@QuarkusTest
class WordingDbTest {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    @Test
    void everyVersionIsWordedAndListsDocuments() throws SQLException {
        assertThat(read("SELECT programme || version FROM programme_version")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(read("""
                        SELECT v.programme || v.version FROM programme_version v
                        WHERE NOT EXISTS (SELECT FROM programme_wording w WHERE w.programme = v.programme AND w.version = v.version)
                           OR NOT EXISTS (SELECT FROM programme_document d WHERE d.programme = v.programme AND d.version = v.version)
                        """)).isEmpty();
    }

    @Test
    void aVersionWithoutWordsDoesNotCome() throws SQLException {
        String version = """
                INSERT INTO programme_version SELECT programme, 99, in_force_from, on_request, amount_min, amount_max,
                    deadline_days, one_open_request, head_ceiling, needs_committee, note
                FROM programme_version WHERE programme = 'INJURY_DUTY' AND version = 1
                """;
        String checked = "SET CONSTRAINTS ALL IMMEDIATE";
        String words =
                "INSERT INTO programme_wording VALUES ('INJURY_DUTY', 99, 'الموظفون المصابون', 'Personnel blessé')";
        assertThat(refusal(version, checked)).isEqualTo(FOREIGN_KEY_VIOLATION);
        assertThat(refusal(version, words, checked)).isEmpty();
        assertThat(refusal(version, words.replace("المصابون", "injured"), checked))
                .isEqualTo("23514");
    }

    /** Sentences call a programme as the catalogue does. */
    @Test
    void sentencesCallEachProgrammeByItsName() throws SQLException {
        ProblemTexts texts = new ProblemTexts();
        List<String> codes = read("SELECT code FROM programme");
        assertThat(codes).hasSizeGreaterThanOrEqualTo(16);
        for (String code : codes) {
            String key = "name-programme-" + code;
            String called = " FROM programme WHERE code = '" + code + "'";
            assertThat(read("SELECT name_ar" + called)).containsExactly(texts.pattern(key, ProblemTexts.ARABIC));
            assertThat(read("SELECT name_fr" + called)).containsExactly(texts.pattern(key, Locale.FRENCH));
            assertThat(texts.pattern(key, Locale.ENGLISH)).isNotBlank();
        }
    }

    private static String refusal(String... statements) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            try {
                for (String each : statements) {
                    sql.execute(each);
                }
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                owner.rollback();
            }
        }
    }

    private static List<String> read(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
