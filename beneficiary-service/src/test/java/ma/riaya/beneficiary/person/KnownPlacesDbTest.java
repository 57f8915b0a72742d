package ma.riaya.beneficiary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** The registry and regional-office-service know the same provinces and offices. */
@QuarkusTest
class KnownPlacesDbTest {

    private static final Path THEIR_MIGRATIONS = Path.of("../regional-office-service/src/main/resources/db/migration");

    @Test
    void theProvincesAreThoseOfTheTerritory() throws IOException, SQLException {
        List<String> theirs = theirs("V004__create_province.sql", "(?m)^    \\('(MA-[A-Z]{3})', ");
        assertThat(theirs).hasSize(75);
        assertThat(ours("province")).containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Test
    void theOfficesAreTheSeventeen() throws IOException, SQLException {
        List<String> theirs = theirs("V005__create_office.sql", "(?m)^    \\('([A-Z]{3})', ");
        assertThat(theirs).hasSize(17);
        assertThat(ours("office")).containsExactlyInAnyOrderElementsOf(theirs);
    }

    private static List<String> theirs(String migration, String row) throws IOException {
        return Pattern.compile(row)
                .matcher(Files.readString(THEIR_MIGRATIONS.resolve(migration)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> ours(String table) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Connection app = Postgres.asApp();
                Statement sql = app.createStatement();
                ResultSet rows = sql.executeQuery("SELECT code FROM " + table)) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }
}
