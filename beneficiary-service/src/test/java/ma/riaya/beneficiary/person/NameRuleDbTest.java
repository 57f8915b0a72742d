package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** The last word on names and places is the database's, and what it took before stays. */
@QuarkusTest
class NameRuleDbTest {

    private static final String CHECK_VIOLATION = "23514";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String TAKEN = "";

    @Test
    void namesOfTheirScriptAreTaken() throws SQLException {
        for (String arabic :
                List.of("آيت بن حدو", "أگزناي", "ڤيتوريا", "پول", "مُحَمَّد", "سيدي م. العلوي", "آل-ياسين")) {
            assertThat(entered("family_name_ar", arabic)).as(arabic).isEqualTo(TAKEN);
            assertThat(entered("given_name_latin", arabic)).as(arabic).isEqualTo(CHECK_VIOLATION);
        }
        for (String latin : List.of("M'hamed", "El Ghazi-Idrissi", "N’Diaye", "Aït Ouarab", "’Abdelkader", "Nguyễn")) {
            assertThat(entered("family_name_latin", latin)).as(latin).isEqualTo(TAKEN);
            assertThat(entered("given_name_ar", latin)).as(latin).isEqualTo(CHECK_VIOLATION);
        }
    }

    @Test
    void othersAreNot() throws SQLException {
        for (String sign : List.of("\u200B", "\u202E", "\u0007", "<", "1", "😀", "\n", "\uFEFF", "ﻻ", "ـ", "  ")) {
            assertThat(entered("family_name_ar", "سع" + sign + "اد")).as(sign).isEqualTo(CHECK_VIOLATION);
            assertThat(entered("family_name_latin", "So" + sign + "ad"))
                    .as(sign)
                    .isEqualTo(CHECK_VIOLATION);
        }
        for (String name : List.of("-Alami", " Alami", "Alami ", "Ai\u0308t", "’", "Alaмi")) {
            assertThat(entered("family_name_latin", name)).as(name).isEqualTo(CHECK_VIOLATION);
        }
    }

    @Test
    void placesAreKnownOnes() throws SQLException {
        assertThat(entered("province", "MA-ZAG")).isEqualTo(TAKEN);
        assertThat(entered("province", "MA-ZZZ")).isEqualTo(FOREIGN_KEY_VIOLATION);
        assertThat(entered("office", "ERR")).isEqualTo(TAKEN);
        assertThat(entered("office", "ZZZ")).isEqualTo(FOREIGN_KEY_VIOLATION);
    }

    @Test
    void whatWasTakenBeforeTheRuleHindersNoOtherChange() throws IOException, SQLException {
        UUID id = UUID.randomUUID();
        try (Connection owner = Postgres.asOwner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("ALTER TABLE person DISABLE TRIGGER USER, DROP CONSTRAINT person_province_is_known");
            insert(owner, id, "family_name_latin", "SKALLI 2");
            String person = " WHERE id = '" + id + "'";
            sql.execute("UPDATE person SET province = 'MA-ZZZ'" + person);
            sql.execute("ALTER TABLE person ENABLE TRIGGER USER");
            sql.execute(asMigrated("ALTER TABLE person ADD CONSTRAINT person_province_is_known[^;]*"));
            owner.commit();
            sql.execute("UPDATE person SET version = version + 1, province = 'MA-ZZZ', family_name_latin = 'SKALLI 2'"
                    + person);
            sql.execute("UPDATE person SET family_name_latin = 'SKALLI', province = 'MA-ZAG'" + person);
            assertThat(refusal(sql, "UPDATE person SET family_name_latin = 'SKALLI 2'" + person))
                    .isEqualTo(CHECK_VIOLATION);
            owner.rollback();
            sql.execute("DELETE FROM person" + person);
            owner.commit();
        }
    }

    /** The state that PostgreSQL refuses with, empty where it takes the person; nothing stays. */
    private static String entered(String column, String value) throws SQLException {
        try (Connection app = Postgres.asApp()) {
            app.setAutoCommit(false);
            try {
                insert(app, UUID.randomUUID(), column, value);
                return TAKEN;
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                app.rollback();
            }
        }
    }

    /** The statement of the migration itself, so that it is seen to hold on rows from before. */
    private static String asMigrated(String statement) throws IOException {
        Path migration = Path.of("src/main/resources/db/migration/V051__create_province.sql");
        Matcher found = Pattern.compile(statement).matcher(Files.readString(migration));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String refusal(Statement sql, String statement) {
        try {
            sql.execute(statement);
            return TAKEN;
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static void insert(Connection connection, UUID id, String column, String value) throws SQLException {
        List<String> columns = List.of(
                "family_name_ar", "given_name_ar", "family_name_latin", "given_name_latin", "province", "office");
        List<String> values = List.of("الصقلي", "نزهة", "SKALLI", "Nezha", "MA-ERR", "ERR");
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO person (id, reference, %s, sex, birth_date, created_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'F', '1961-11-02', now(), now())
                """.formatted(String.join(", ", columns)))) {
            insert.setObject(1, id);
            insert.setString(2, "N-" + id);
            for (int i = 0; i < columns.size(); i++) {
                insert.setString(i + 3, columns.get(i).equals(column) ? value : values.get(i));
            }
            insert.executeUpdate();
        }
    }
}
