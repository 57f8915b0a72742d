package ma.riaya.welfare.aidrequest;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import ma.riaya.welfare.encryption.FieldCipher;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Puts the migration that encrypts among those that are files. */
@Singleton
class ReasonsMigration implements FlywayConfigurationCustomizer {

    private final FieldCipher cipher;

    ReasonsMigration(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.javaMigrations(
                Stream.concat(Stream.of(migrations.getJavaMigrations()), Stream.of(new SealReasons(cipher)))
                        .toArray(JavaMigration[]::new));
    }
}
