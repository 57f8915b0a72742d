package ma.riaya.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The databases and roles of the product, made where they are missing. */
final class PostgresDatabases {

    static final String SUPERUSER = "postgres";
    static final String KEYCLOAK = "keycloak";

    /** Only the owner changes the schema; the running service signs in as a role that may do what the owner granted. */
    private record Database(String name, String owner, String ownerPassword, Optional<Login> service) {}

    private record Login(String role, String password) {}

    private final int port;
    private final Secrets secrets;

    PostgresDatabases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port + "/" + database;
    }

    /** The database of a part; PostgreSQL's own is the one for maintenance. */
    static String of(Part part) {
        return switch (part) {
            case POSTGRES -> SUPERUSER;
            case KEYCLOAK -> KEYCLOAK;
            case BENEFICIARY -> "beneficiary";
            case OFFICE -> "office";
            case WELFARE -> "welfare";
        };
    }

    static String ownerOf(Part service) {
        return of(service) + "_owner";
    }

    static String applicationOf(Part service) {
        return of(service) + "_app";
    }

    /** Whether PostgreSQL takes a connection now. */
    boolean answer() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new StackFault(
                        "PostgreSQL does not accept the password in "
                                + secrets.folder(Part.POSTGRES) + ": these secrets and these data are not of one home. "
                                + "Put the right secrets back from a copy, or begin again with ./riaya reset.",
                        e);
            }
            return false;
        }
    }

    void ensureAll() {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            requireArabicTrigrams(statement);
            for (Database database : databases()) {
                ensure(statement, database);
            }
            for (String open : List.of(SUPERUSER, "template1")) {
                statement.execute("REVOKE ALL ON DATABASE " + open + " FROM PUBLIC");
            }
            requireLocale(statement);
        } catch (SQLException e) {
            throw new StackFault("PostgreSQL refused to make the databases: " + e.getMessage(), e);
        }
    }

    /** Nothing of it is kept: for a first start of Keycloak that did not come to its end. */
    void recreateKeycloak() {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + KEYCLOAK + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new StackFault("PostgreSQL refused to make Keycloak's database anew: " + e.getMessage(), e);
        }
        ensureAll();
    }

    /** What durability rests on; an adopted postmaster may have been started by something else. */
    boolean areDurable() {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery("SELECT count(*) FROM pg_settings WHERE setting = 'on'"
                        + " AND name IN ('fsync', 'synchronous_commit', 'full_page_writes')")) {
            return settings.next() && settings.getInt(1) == 3;
        } catch (SQLException e) {
            return false;
        }
    }

    private List<Database> databases() {
        return List.of(
                new Database(KEYCLOAK, KEYCLOAK, secrets.read(Part.KEYCLOAK, Secrets.DB_PASSWORD), Optional.empty()),
                ofService(Part.BENEFICIARY),
                ofService(Part.OFFICE),
                ofService(Part.WELFARE));
    }

    private Database ofService(Part service) {
        return new Database(
                of(service),
                ownerOf(service),
                secrets.read(service, Secrets.DB_OWNER_PASSWORD),
                Optional.of(new Login(applicationOf(service), secrets.read(service, Secrets.DB_PASSWORD))));
    }

    private static void ensure(Statement statement, Database database) throws SQLException {
        ensureRole(statement, database.owner(), database.ownerPassword());
        if (!exists(statement, "SELECT FROM pg_database WHERE datname = " + quoted(statement, database.name()))) {
            statement.execute("CREATE DATABASE " + database.name() + " OWNER " + database.owner()
                    + " TEMPLATE template0 ENCODING 'UTF8' LOCALE '" + PostgresCluster.LOCALE + "'");
        }
        statement.execute("REVOKE ALL ON DATABASE " + database.name() + " FROM PUBLIC");
        if (database.service().isPresent()) {
            Login login = database.service().get();
            ensureRole(statement, login.role(), login.password());
            statement.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO " + login.role());
        }
    }

    /** The files of secrets have the last word: each start sets the passwords to what they hold. */
    private static void ensureRole(Statement statement, String role, String password) throws SQLException {
        boolean known = exists(statement, "SELECT FROM pg_roles WHERE rolname = " + quoted(statement, role));
        statement.execute((known ? "ALTER ROLE " : "CREATE ROLE ") + role
                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD " + quoted(statement, password));
    }

    private static void requireArabicTrigrams(Statement statement) throws SQLException {
        statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        if (!exists(statement, "SELECT WHERE show_trgm('محمد') <> '{}'")) {
            throw new StackFault("This PostgreSQL finds no letters in an Arabic word, so no search by name would work: "
                    + "its data folder has another locale than " + PostgresCluster.LOCALE
                    + ". Save what matters, then begin again with ./riaya reset.");
        }
    }

    private static void requireLocale(Statement statement) throws SQLException {
        String names = List.of(Part.values()).stream()
                .map(part -> "'" + of(part) + "'")
                .collect(Collectors.joining(", "));
        try (ResultSet wrong =
                statement.executeQuery("SELECT datname, datcollate FROM pg_database WHERE datname IN (" + names
                        + ") AND (pg_encoding_to_char(encoding), datcollate, datctype) IS DISTINCT FROM ('UTF8', '"
                        + PostgresCluster.LOCALE + "', '" + PostgresCluster.LOCALE + "')")) {
            if (wrong.next()) {
                throw new StackFault(
                        "The database " + wrong.getString(1) + " has the locale " + wrong.getString(2)
                                + " instead of " + PostgresCluster.LOCALE
                                + ", in which Arabic names are not found. Save what matters, then begin again with ./riaya reset.");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static String quoted(Statement statement, String value) throws SQLException {
        return statement.enquoteLiteral(value);
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.read(Part.POSTGRES, Secrets.SUPERUSER_PASSWORD));
        properties.setProperty("ApplicationName", "riaya");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url(port, database), properties);
    }
}
