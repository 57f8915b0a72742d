package ma.riaya.welfare.programme;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Puts the migration that is written in Java among those that are files. */
@Singleton
class CatalogueMigration implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.javaMigrations(
                Stream.concat(Stream.of(migrations.getJavaMigrations()), Stream.of(new LoadCatalogue()))
                        .toArray(JavaMigration[]::new));
    }
}
