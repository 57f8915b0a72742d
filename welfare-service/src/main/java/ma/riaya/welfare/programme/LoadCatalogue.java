package ma.riaya.welfare.programme;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V011: the catalogue as announced, from {@code catalogue/programmes.csv}.
 *
 * <p>The file's checksum is the migration's own: a programme that comes later comes by a later migration.
 */
class LoadCatalogue implements JavaMigration {

    private static final String FILE = "catalogue/programmes.csv";
    private static final String[] COLUMNS = {"code", "name_fr", "name_ar", "provider", "kind", "evidence", "conditions"
    };

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement insert = context.getConnection().prepareStatement("""
                        INSERT INTO programme (code, name_fr, name_ar, provider, kind, evidence, conditions)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new String(bytes(), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                for (int i = 0; i < COLUMNS.length; i++) {
                    insert.setString(i + 1, row.getField(COLUMNS[i]));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("011");
    }

    @Override
    public String getDescription() {
        return "load programmes";
    }

    @Override
    public @Nullable Integer getChecksum() {
        CRC32 checksum = new CRC32();
        checksum.update(bytes());
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    private static byte[] bytes() {
        try (InputStream file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE), FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
