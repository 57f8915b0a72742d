package ma.riaya.beneficiary.name;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;

/**
 * Under the locale C the trigrams of an Arabic word are empty, without an error: half the names would silently never be found.
 *
 * <p>A service on such a database does not start.
 */
@Singleton
@Readiness
public class ArabicTrigrams implements HealthCheck {

    private final Jdbi jdbi;

    ArabicTrigrams(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void demandAtStart(@Observes StartupEvent started) {
        if (areEmpty()) {
            throw new IllegalStateException(
                    "PostgreSQL finds no trigrams in Arabic: create the database with the locale C.UTF-8");
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("arabic-trigrams").status(!areEmpty()).build();
    }

    private boolean areEmpty() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT show_trgm('محمد') = '{}'")
                .mapTo(Boolean.class)
                .one());
    }
}
