package ma.riaya.welfare.programme;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Puts the migration that is written in Java among those that are files. */
@Singleton
class CatalogueMigration implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.javaMigrations(new LoadCatalogue());
    }
}
