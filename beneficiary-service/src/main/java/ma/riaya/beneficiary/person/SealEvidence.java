package ma.riaya.beneficiary.person;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import ma.riaya.beneficiary.protection.SealedText;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V094: what papers of evidence say so far is sealed.
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
                Stream.concat(Stream.of(migrations.getJavaMigrations()), Stream.of(new Sealing(texts)))
                        .toArray(JavaMigration[]::new));
    }

    /** The migration itself. */
    record Sealing(SealedText texts) implements JavaMigration {

        private static final int CHECKSUM = 94;

        @Override
        public void migrate(Context context) throws SQLException {
            try (Statement sql = context.getConnection().createStatement()) {
                sql.execute("ALTER TABLE category_period DISABLE TRIGGER USER");
                sql.execute("ALTER TABLE category_period DROP CONSTRAINT IF EXISTS category_period_evidence_check");
                seal(context);
                sql.execute("ALTER TABLE category_period ADD CONSTRAINT category_period_evidence_check"
                        + " CHECK (evidence LIKE '" + SealedText.MARK + "%' AND length(evidence) <= 1500)");
                sql.execute("ALTER TABLE category_period ENABLE TRIGGER USER");
                sql.execute("COMMENT ON COLUMN category_period.evidence IS"
                        + " 'The act or decision that shows it, which may tell of an illness: AES-GCM bound to the person, in base64;"
                        + " null for what a source announced.'");
            }
        }

        private void seal(Context context) throws SQLException {
            try (Statement read = context.getConnection().createStatement();
                    PreparedStatement write = context.getConnection()
                            .prepareStatement("UPDATE category_period SET evidence = ? WHERE id = CAST(? AS uuid)");
                    ResultSet rows = read.executeQuery(
                            "SELECT id::text, person_id, evidence FROM category_period WHERE evidence IS NOT NULL")) {
                while (rows.next()) {
                    write.setString(1, texts.close(rows.getObject(2, java.util.UUID.class), rows.getString(3)));
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
