package ma.riaya.acceptance.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Random;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistrySpec;
import org.postgresql.PGConnection;

/**
 * Fills a registry with invented people, straight into its table: as many as no import would bring in good time.
 *
 * <p>Their names are entered as of an older method, so that the service itself makes what they are found by.
 */
final class ManyPeople {

    /** One of three bears a family name that few bear; the lists of the demonstration alone would be too easy. */
    private static final int ONE_OF_SO_MANY_IS_RARE = 3;

    private static final int RARE_NAMES = 40_000;

    /** Of so many one is recorded in Arabic alone. */
    private static final int ONE_OF_SO_MANY_IN_ARABIC = 20;

    private static final int AT_ONCE = 50_000;
    private static final long SEED = 20_261_127L;

    private final Connection database;

    ManyPeople(Connection database) {
        this.database = database;
    }

    /** Adds people until there are so many; answers how many there were before. */
    int fillTo(int people) throws SQLException, IOException {
        int before = count("SELECT count(*) FROM person");
        for (int there = before; there < people; there = count("SELECT count(*) FROM person")) {
            add(Math.min(AT_ONCE, people - there), there);
        }
        return before;
    }

    int withoutKeys() throws SQLException {
        return count("SELECT count(*) FROM person_name WHERE method < 1");
    }

    int words() throws SQLException {
        return count("SELECT count(*) FROM name_word");
    }

    void settle() throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("VACUUM (ANALYZE) person");
            sql.execute("VACUUM (ANALYZE) person_name");
            sql.execute("VACUUM (ANALYZE) name_word");
        }
    }

    private void add(int people, int there) throws SQLException, IOException {
        Path file = Files.createTempFile("registry", ".csv");
        try {
            Registry.write(RegistrySpec.scaled(Math.max(people, 600), SEED + there), file);
            try (Statement sql = database.createStatement();
                    CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                sql.execute(
                        "CREATE TEMP TABLE IF NOT EXISTS arriving (id uuid DEFAULT uuidv7(), reference text, family_ar text, given_ar text, family_latin text, given_latin text, sex text, birth date, office text, heard text)");
                // What those recorded in Arabic alone are called in Latin letters, for the questions.
                sql.execute("CREATE TABLE IF NOT EXISTS bench_heard (person_id uuid PRIMARY KEY, latin text NOT NULL)");
                sql.execute("TRUNCATE arriving");
                copy(rows, people, there);
                sql.execute("""
                        INSERT INTO person (id, reference, family_name_ar, given_name_ar, family_name_latin, given_name_latin,
                            sex, birth_date, office, created_at, changed_at)
                        SELECT id, reference, family_ar, given_ar, family_latin, given_latin, sex, birth, office, now(), now()
                        FROM arriving
                        """);
                sql.execute("INSERT INTO person_name (person_id, office) SELECT id, office FROM arriving");
                sql.execute("INSERT INTO bench_heard SELECT id, heard FROM arriving WHERE heard IS NOT NULL");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(CsvReader<NamedCsvRecord> rows, int most, int there) throws SQLException, IOException {
        Random chance = new Random(SEED + there);
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (NamedCsvRecord row : rows) {
            if (number == most) {
                break;
            }
            String familyAr = row.getField("family_name_ar");
            String familyLatin = row.getField("family_name_latin");
            if (chance.nextInt(ONE_OF_SO_MANY_IS_RARE) == 0) {
                RareNames.Written rare = RareNames.of(chance.nextInt(RARE_NAMES));
                familyAr = rare.arabic();
                familyLatin = rare.latin().toUpperCase(Locale.ROOT);
            }
            boolean inArabic = chance.nextInt(ONE_OF_SO_MANY_IN_ARABIC) == 0;
            text.append("B-")
                    .append(there + number)
                    .append('\t')
                    .append(familyAr)
                    .append('\t')
                    .append(row.getField("given_name_ar"))
                    .append('\t')
                    .append(inArabic ? familyAr : familyLatin)
                    .append('\t')
                    .append(inArabic ? row.getField("given_name_ar") : row.getField("given_name_latin"))
                    .append('\t')
                    .append(row.getField("sex"))
                    .append('\t')
                    .append(row.getField("birth_date"))
                    .append('\t')
                    .append(row.getField("office").isEmpty() ? "\\N" : row.getField("office"))
                    .append('\t')
                    .append(inArabic ? row.getField("given_name_latin") + " " + familyLatin : "\\N")
                    .append('\n');
            number++;
        }
        database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY arriving (reference, family_ar, given_ar, family_latin, given_latin, sex, birth, office, heard) FROM STDIN",
                        new StringReader(text.toString()));
    }

    private int count(String query) throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
