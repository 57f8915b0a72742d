package ma.riaya.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for tests, with the two roles that production has: an owner for the migrations, and the application's own.
 *
 * <p>Durability is off here; what depends on it is tested against the local stack.
 */
public class Postgres implements QuarkusTestResourceLifecycleManager {

    public static final String OWNER = "riaya_owner";
    public static final String APP = "riaya_app";
    private static final String DATABASE = "riaya";

    private static @Nullable EmbeddedPostgres running;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "riaya.db.url", url(),
                "riaya.db.user", APP,
                "riaya.db.password", APP,
                "riaya.db.owner.user", OWNER,
                "riaya.db.owner.password", OWNER);
    }

    /** One server serves all tests of a JVM and ends with it. */
    @Override
    public void stop() {}

    /** A connection with the rights of the running service. */
    public static Connection asApp() throws SQLException {
        return connect(APP);
    }

    /** A connection with the rights of the migrations, for tests that look behind the service. */
    public static Connection asOwner() throws SQLException {
        return connect(OWNER);
    }

    private static Connection connect(String role) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", role);
        return DriverManager.getConnection(url(), login);
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + DATABASE;
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres server = running;
        if (server == null) {
            server = startServer();
            running = server;
        }
        return server;
    }

    private static EmbeddedPostgres startServer() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection root = server.getPostgresDatabase().getConnection();
                    Statement sql = root.createStatement()) {
                sql.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
                sql.execute("CREATE ROLE " + APP + " LOGIN PASSWORD '" + APP + "'");
                sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER
                        + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
                sql.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
                sql.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL for tests could not be prepared", e);
        }
    }
}
