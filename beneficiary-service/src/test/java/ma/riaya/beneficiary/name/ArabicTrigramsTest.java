package ma.riaya.beneficiary.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a database of the wrong locale the service does not start. */
class ArabicTrigramsTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void underTheLocaleCItRefusesToStart() {
        ArabicTrigrams check = new ArabicTrigrams(database("wrong", "C"));
        assertThatIllegalStateException()
                .isThrownBy(() -> check.demandAtStart(new StartupEvent()))
                .withMessageContaining("C.UTF-8");
        assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void underCUtf8ItStarts() {
        ArabicTrigrams check = new ArabicTrigrams(database("right", "C.UTF-8"));
        assertThatCode(() -> check.demandAtStart(new StartupEvent())).doesNotThrowAnyException();
        assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private static Jdbi database(String name, String locale) {
        Jdbi.create(server.getPostgresDatabase())
                .useHandle(handle -> handle.execute(
                        "CREATE DATABASE \"" + name + "\" TEMPLATE template0 ENCODING 'UTF8' LOCALE '" + locale + "'"));
        Jdbi jdbi = Jdbi.create(server.getDatabase("postgres", name));
        jdbi.useHandle(handle -> handle.execute("CREATE EXTENSION pg_trgm"));
        return jdbi;
    }
}
