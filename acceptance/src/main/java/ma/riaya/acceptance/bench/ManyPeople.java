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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.beneficiary.name.FoundBy;
import ma.riaya.beneficiary.name.PersonName;
import org.postgresql.PGConnection;

/**
 * Fills a registry with invented people, straight into its tables: as many as no import would bring in good time.
 *
 * <p>What their names are found by is made with the service's own functions; {@link #renewedAlike} has the service make some anew and compares.
 */
final class ManyPeople {

    /** One of three bears a family name that few bear; the lists of the demonstration alone would be too easy. */
    private static final int ONE_OF_SO_MANY_IS_RARE = 3;

    private static final int RARE_NAMES = 40_000;

    /** Of so many one is recorded in Arabic alone. */
    private static final int ONE_OF_SO_MANY_IN_ARABIC = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
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

    /** Has the service itself make the keys of some people anew; answers whether they are what they were, once it has. */
    boolean renewedAlike(int some, Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (Statement sql = database.createStatement()) {
            sql.execute("CREATE TEMP TABLE made AS SELECT person_id, keys, born_key FROM person_name"
                    + " ORDER BY hashtext(CAST(person_id AS text)) LIMIT " + some);
            sql.execute("UPDATE person_name SET method = 0, keys = '{}', born_key = NULL"
                    + " WHERE person_id IN (SELECT person_id FROM made)");
            while (count("SELECT count(*) FROM person_name WHERE method < 1") > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the service does not make the keys of the names");
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            int alike = count(
                    "SELECT count(*) FROM made JOIN person_name USING (person_id, keys, born_key) WHERE cardinality(keys) > 0");
            sql.execute("DROP TABLE made");
            return alike == some;
        }
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
                sql.execute("""
                        CREATE TEMP TABLE IF NOT EXISTS arriving (id uuid DEFAULT uuidv7(), reference text, family_ar text,
                            given_ar text, family_latin text, given_latin text, sex text, birth date, office text, heard text,
                            keys int[], born int, method smallint, words text[])
                        """);
                // What those recorded in Arabic alone are called in Latin letters, for the questions.
                sql.execute("CREATE TABLE IF NOT EXISTS bench_heard (person_id uuid PRIMARY KEY, latin text NOT NULL)");
                sql.execute("TRUNCATE arriving");
                copy(rows, people, there);
                // As someone recorded before both scripts were asked for, whom the rule of today leaves alone.
                sql.execute("SET session_replication_role = replica");
                sql.execute("""
                        INSERT INTO person (id, reference, family_name_ar, given_name_ar, family_name_latin, given_name_latin,
                            sex, birth_date, office, known_from, created_at, changed_at)
                        SELECT id, reference, family_ar, given_ar, family_latin, given_latin, sex, birth, office, 0, now(), now()
                        FROM arriving
                        """);
                sql.execute("SET session_replication_role = origin");
                sql.execute("""
                        INSERT INTO person_name (person_id, office, keys, born_key, method)
                        SELECT id, office, keys, born, method FROM arriving
                        """);
                sql.execute(
                        "INSERT INTO name_word (word) SELECT DISTINCT unnest(words) FROM arriving ON CONFLICT DO NOTHING");
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
            PersonName name = new PersonName(
                    familyAr,
                    row.getField("given_name_ar"),
                    inArabic ? familyAr : familyLatin,
                    row.getField(inArabic ? "given_name_ar" : "given_name_latin"));
            FoundBy stored = FoundBy.of(name, LocalDate.parse(row.getField("birth_date")));
            text.append(String.join(
                            "\t",
                            "B-" + (there + number),
                            name.familyAr(),
                            name.givenAr(),
                            name.familyLatin(),
                            name.givenLatin(),
                            row.getField("sex"),
                            row.getField("birth_date"),
                            row.getField("office").isEmpty() ? "\\N" : row.getField("office"),
                            inArabic ? row.getField("given_name_latin") + " " + familyLatin : "\\N",
                            stored.keys(),
                            Integer.toString(stored.born()),
                            Integer.toString(stored.method()),
                            "{" + String.join(",", stored.words()) + "}"))
                    .append('\n');
            number++;
        }
        database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY arriving (reference, family_ar, given_ar, family_latin, given_latin, sex, birth, office, heard,"
                                + " keys, born, method, words) FROM STDIN",
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
