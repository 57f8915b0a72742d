package ma.riaya.beneficiary.person;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.beneficiary.protection.SealedText;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V094: what papers of evidence and reasons say so far is sealed.
 *
 * <p>It is written in Java because the key is the service's, and no database ever has it.
 */
@Singleton
class SealEvidence implements FlywayConfigurationCustomizer {

    private final SealedText texts;

    SealEvidence(SealedText texts) {
        this.texts = texts;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.javaMigrations(
                Stream.concat(Stream.of(migrations.getJavaMigrations()), Stream.of(new Sealing(texts, PLACES)))
                        .toArray(JavaMigration[]::new));
    }

    /**
     * A column of free text, and whom or what each value is bound to.
     *
     * @param bound the expression of that identifier
     * @param most the length of the longest text once it is sealed
     */
    record Place(String table, String column, String bound, int most, String told) {

        private String id() {
            return table.equals("knowledge") ? "bigint" : "uuid";
        }
    }

    static final List<Place> PLACES = List.of(
            new Place("category_period", "evidence", "person_id", 1500, "The act or decision that shows it"),
            new Place("person_link", "evidence", "person_id", 1500, "The act or decision that shows it"),
            new Place("payee_period", "evidence", "person_id", 1500, "The act or judgement that shows it"),
            new Place("life_event", "evidence", "person_id", 1500, "The act or decision that shows it"),
            new Place("life_event", "reason", "person_id", 6000, "Why it corrects or withdraws"),
            new Place(
                    "knowledge",
                    "reason",
                    "coalesce(about, CAST('00000000-0000-0000-0000-000000000000' AS uuid))",
                    6000,
                    "Why, in the words of who entered it"));

    /** The migration itself. */
    record Sealing(SealedText texts, List<Place> places) implements JavaMigration {

        private static final int CHECKSUM = 94;

        @Override
        public void migrate(Context context) throws SQLException {
            for (Place place : places) {
                migrate(context, place);
            }
        }

        private void migrate(Context context, Place place) throws SQLException {
            String table = "ALTER TABLE " + place.table() + " ";
            String check = place.table() + "_" + place.column() + "_check";
            try (Statement sql = context.getConnection().createStatement()) {
                sql.execute(table + "DISABLE TRIGGER USER");
                sql.execute(table + "DROP CONSTRAINT IF EXISTS " + check);
                seal(context, place);
                sql.execute(table + "ADD CONSTRAINT " + check + " CHECK (" + place.column() + " = '-' OR "
                        + place.column() + " LIKE '" + SealedText.MARK + "%' AND length(" + place.column() + ") <= "
                        + place.most() + ")");
                sql.execute(table + "ENABLE TRIGGER USER");
                sql.execute("COMMENT ON COLUMN " + place.table() + "." + place.column() + " IS '" + place.told()
                        + ", which may tell of an illness: AES-GCM bound to the "
                        + (place.bound().equals("person_id") ? "person" : "event")
                        + ", in base64; a hyphen, or nothing, once erased.'");
            }
        }

        private void seal(Context context, Place place) throws SQLException {
            try (Statement read = context.getConnection().createStatement();
                    PreparedStatement write = context.getConnection()
                            .prepareStatement("UPDATE " + place.table() + " SET " + place.column()
                                    + " = ? WHERE id = CAST(? AS " + place.id() + ")");
                    ResultSet rows = read.executeQuery("SELECT CAST(id AS text), " + place.bound() + ", "
                            + place.column() + " FROM " + place.table() + " WHERE " + place.column()
                            + " IS NOT NULL")) {
                while (rows.next()) {
                    write.setString(1, texts.close(rows.getObject(2, UUID.class), rows.getString(3)));
                    write.setString(2, rows.getString(1));
                    write.addBatch();
                }
                write.executeBatch();
            }
        }

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("094");
        }

        @Override
        public String getDescription() {
            return "seal evidence";
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
}
