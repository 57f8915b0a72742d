package ma.riaya.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import ma.riaya.acceptance.bank.BankFolders;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;

/**
 * The databases of the bench's own stack.
 *
 * <p>Each run begins with welfare-service's books as the demonstration left them, so runs compare and none runs out of people.
 * Bare statements run on a copy of those books: the same tables with the same rows, and nothing of it in the service's own.
 */
final class Books {

    static final String WELFARE = "welfare";
    static final String BENEFICIARY = "beneficiary";

    /** The copy that bare statements run on. */
    static final String BARE = "welfare_bare";

    private static final String AS_LOADED = "welfare_as_loaded";

    private final LocalStack stack;

    Books(LocalStack stack) {
        this.stack = stack;
    }

    /** Brings the service's books and the bank's back to where the demonstration left them. */
    void restore(BankFolders bank) throws SQLException, IOException {
        stack.stop(Part.WELFARE);
        try (Connection connection = asSuperuser("postgres")) {
            drop(connection, BARE);
            if (exists(connection, AS_LOADED)) {
                drop(connection, WELFARE);
                copy(connection, AS_LOADED, WELFARE);
            } else {
                copy(connection, WELFARE, AS_LOADED);
            }
        }
        for (Path folder : List.of(bank.outbox(), bank.inbox())) {
            empty(folder);
        }
        Files.deleteIfExists(bank.ledger());
        stack.start(Part.WELFARE);
    }

    /** Copies the service's books as they are now for the bare statements; the service is away meanwhile. */
    void copy() throws SQLException {
        stack.stop(Part.WELFARE);
        try (Connection connection = asSuperuser("postgres")) {
            drop(connection, BARE);
            copy(connection, WELFARE, BARE);
        }
        stack.start(Part.WELFARE);
    }

    /** The copy is of no use after the run. */
    void forgetCopy() throws SQLException {
        try (Connection connection = asSuperuser("postgres")) {
            drop(connection, BARE);
        }
    }

    /** So that neither side pays for what the other left to be written. */
    void checkpoint() throws SQLException {
        try (Connection connection = asSuperuser("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("CHECKPOINT");
        }
    }

    Connection asSuperuser(String database) throws SQLException {
        return connect(database, "postgres", stack.secret(Part.POSTGRES, "superuser.password"));
    }

    /** As the service itself, with the settings that it gives its driver. */
    Connection asService(String database, Part service) throws SQLException {
        return connect(
                database,
                (service == Part.WELFARE ? WELFARE : BENEFICIARY) + "_app",
                stack.secret(service, "riaya.db.password"));
    }

    Pgbench.Connection forPgbench() {
        return new Pgbench.Connection(
                "127.0.0.1",
                stack.address(Part.POSTGRES).getPort(),
                BARE,
                "welfare_app",
                stack.secret(Part.WELFARE, "riaya.db.password"));
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "bench");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.address(Part.POSTGRES).getPort() + "/" + database, properties);
    }

    private static void copy(Connection connection, String from, String to) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + to + " OWNER welfare_owner TEMPLATE " + from);
            sql.execute("REVOKE ALL ON DATABASE " + to + " FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + to + " TO welfare_app");
        }
    }

    private static void drop(Connection connection, String database) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("SELECT FROM pg_database WHERE datname = '" + database + "'")) {
            return found.next();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
