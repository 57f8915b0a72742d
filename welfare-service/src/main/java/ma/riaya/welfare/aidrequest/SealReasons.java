package ma.riaya.welfare.aidrequest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.encryption.FieldCipher;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V140: the reasons so far are encrypted, and the columns hold nothing else from then on.
 *
 * <p>It is written in Java because the key is the service's, and no database ever has it.
 */
class SealReasons implements JavaMigration {

    private static final int AT_ONCE = 1_000;
    private static final int CHECKSUM = 140;

    private static final List<Column> COLUMNS = List.of(
            new Column("aid_request", "id", "proposal_reasons", "Reasons of the proposal"),
            new Column("aid_request_move", "request", "reasons", "Why, in the words given; a refusal always has them"),
            new Column("decision", "request", "proposal_reasons", "Reasons of the proposal"),
            new Column("decision", "request", "reasons", "Reasons of the decision, in writing"));

    private final FieldCipher cipher;

    SealReasons(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** A column of reasons, and the one that says of which request they are. */
    private record Column(String table, String request, String name, String comment) {}

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (Column column : COLUMNS) {
            try (Statement sql = connection.createStatement()) {
                // A finished decision and the history take inserts only; this changes no word of them.
                sql.execute("ALTER TABLE " + column.table() + " DISABLE TRIGGER USER");
                sql.execute("ALTER TABLE %s ALTER COLUMN %s TYPE bytea USING convert_to(%s, 'UTF8')"
                        .formatted(column.table(), column.name(), column.name()));
                seal(connection, column);
                sql.execute("ALTER TABLE " + column.table() + " ENABLE TRIGGER USER");
                sql.execute("COMMENT ON COLUMN %s.%s IS '%s; AES-GCM bound to the request.'"
                        .formatted(column.table(), column.name(), column.comment()));
            }
        }
    }

    private void seal(Connection connection, Column column) throws SQLException {
        String rows = "SELECT ctid::text, %s, %s FROM %s WHERE %s IS NOT NULL"
                .formatted(column.request(), column.name(), column.table(), column.name());
        String update = "UPDATE %s SET %s = ? WHERE ctid = CAST(? AS tid)".formatted(column.table(), column.name());
        try (PreparedStatement read = connection.prepareStatement(rows);
                PreparedStatement write = connection.prepareStatement(update)) {
            read.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    UUID request = found.getObject(2, UUID.class);
                    write.setBytes(1, cipher.encrypt(found.getBytes(3), Reasons.of(request)));
                    write.setString(2, found.getString(1));
                    write.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("140");
    }

    @Override
    public String getDescription() {
        return "seal reasons";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return CHECKSUM;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
