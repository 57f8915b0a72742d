package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, killed, cut short and left behind. */
class PostgresTest {

    private static final int OFFSET = new Ports(20_000).freeOffset().orElseThrow();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stop() {
        stack(OFFSET).stop();
    }

    private LocalStack stack(int offset) {
        return LocalStack.in(Path.of(""), home(), offset, Progress.silent());
    }

    private Path home() {
        return folder.resolve("a home");
    }

    private Path data() {
        return home().resolve("postgres").resolve("data");
    }

    @Test
    void aCommittedRowOutlivesAKill() throws SQLException {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        asOwner(stack, "CREATE TABLE paid (line int); INSERT INTO paid VALUES (42)");

        stack.kill(Part.POSTGRES);
        assertThat(stack.pid(Part.POSTGRES)).isEmpty();
        stack.start(Part.POSTGRES);

        assertThat(asOwner(stack, "SELECT line FROM paid")).isEqualTo("42");
        assertThat(asSuperuser(stack, "SHOW fsync")).isEqualTo("on");
        assertThat(asSuperuser(stack, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(asSuperuser(stack, "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void nobodyEntersWithoutAPasswordNotEvenAfterTheRulesWereEdited() throws IOException, SQLException {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        stack.stop();
        Files.writeString(
                data().resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 trust\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        stack.start(Part.POSTGRES);

        assertThatThrownBy(() -> query(stack.jdbcUrl(Part.WELFARE), "postgres", "guess", "SELECT 1"))
                .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("28P01");
        assertThat(asSuperuser(stack, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void eachServiceEntersItsOwnDatabaseAndNoOther() throws SQLException {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        String password = stack.secret(Part.WELFARE, Secrets.DB_PASSWORD);

        assertThat(query(stack.jdbcUrl(Part.WELFARE), "welfare_app", password, "SELECT current_user"))
                .isEqualTo("welfare_app");
        assertThatThrownBy(() -> query(stack.jdbcUrl(Part.BENEFICIARY), "welfare_app", password, "SELECT 1"))
                .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("42501");
        assertThatThrownBy(
                        () -> query(stack.jdbcUrl(Part.WELFARE), "welfare_app", password, "CREATE TABLE mine (id int)"))
                .isInstanceOf(SQLException.class);
        assertThat(asSuperuser(stack, "SELECT show_trgm('محمد') <> '{}'")).isEqualTo("t");
    }

    @Test
    void whatAnInterruptedInitdbLeftIsPutAside() throws IOException, SQLException {
        Files.createDirectories(data().resolve("base"));
        Files.writeString(data().resolve("PG_VERSION"), "18\n");
        LocalStack stack = stack(OFFSET);

        stack.start(Part.POSTGRES);

        assertThat(asSuperuser(stack, "SELECT 1")).isEqualTo("1");
        try (Stream<Path> aside = Files.list(home().resolve("postgres"))) {
            assertThat(aside.filter(path -> path.getFileName().toString().startsWith("data.unfinished-")))
                    .singleElement()
                    .satisfies(
                            path -> assertThat(path.resolve("data/PG_VERSION")).exists());
        }
    }

    @Test
    void aPostmasterThatNobodyRecordedIsKeptOrMoved() throws IOException, SQLException {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        long orphan = stack.pid(Part.POSTGRES).orElseThrow();
        forgetEverything();

        stack.start(Part.POSTGRES);
        assertThat(stack.pid(Part.POSTGRES)).hasValue(orphan);

        forgetEverything();
        int elsewhere = new Ports(OFFSET).freeOffset().orElseThrow();
        LocalStack moved = stack(elsewhere);
        moved.start(Part.POSTGRES);
        try {
            assertThat(moved.pid(Part.POSTGRES).orElseThrow()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(asSuperuser(moved, "SELECT 1")).isEqualTo("1");
        } finally {
            moved.stop();
        }
    }

    @Test
    void aPidFileThatNamesAnyOtherProcessDoesNotPreventAStart() throws IOException {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        stack.stop();
        Files.writeString(
                data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data() + "\n1700000000\n" + (15_432 + OFFSET) + "\n");

        stack.start(Part.POSTGRES);

        assertThat(stack.isRunning(Part.POSTGRES)).isTrue();
    }

    @Test
    void aRunningStackIsNeitherResetNorMovedToOtherPorts() {
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);

        assertThatThrownBy(stack::reset).hasMessageContaining("stop it first");
        assertThatThrownBy(() -> stack(OFFSET + 1).start(Part.POSTGRES))
                .hasMessageContaining("RIAYA_PORT_OFFSET=" + OFFSET);

        stack.stop();
        assertThat(stack.reset()).contains(home().resolve("postgres"), home().resolve("secrets"));
    }

    @Test
    void aLocaleInWhichArabicHasNoLettersIsRefused() throws IOException {
        var home = new Home(home());
        home.create();
        var secrets = new Secrets(home.secrets());
        secrets.ensure();
        LocalStack stack = stack(OFFSET);
        stack.start(Part.POSTGRES);
        stack.stop();
        Folders.delete(data());
        new Launcher(new RunFolder(home.run()), new LogFiles(home.logs()))
                .errand(
                        "initdb",
                        OrdinaryUser.command(List.of(
                                Checkout.around(Path.of(""))
                                        .distributions()
                                        .resolve("postgresql-"
                                                + Versions.ofThisBuild().postgresql())
                                        .resolve("bin/initdb")
                                        .toString(),
                                "--pgdata=" + data(),
                                "--username=postgres",
                                "--pwfile=" + secrets.folder(Part.POSTGRES).resolve(Secrets.SUPERUSER_PASSWORD),
                                "--locale=C",
                                "--encoding=UTF8",
                                "--auth=scram-sha-256")),
                        Map.of(),
                        home.postgres());
        Folders.markFinished(data(), "18");

        assertThatThrownBy(() -> stack.start(Part.POSTGRES))
                .isInstanceOf(StackFault.class)
                .hasMessageContaining("no letters in an Arabic word");
        assertThat(stack.isRunning()).isFalse();
    }

    @Test
    void aTakenPortIsNamedWithAWayOut() throws IOException {
        LocalStack stack = stack(OFFSET);
        try (var socket = new ServerSocket(15_432 + OFFSET, 1, InetAddress.ofLiteral(Ports.HOST))) {
            assertThatThrownBy(() -> stack.start(Part.POSTGRES))
                    .hasMessageContaining("Port " + socket.getLocalPort() + ", which PostgreSQL needs, is taken by")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("RIAYA_PORT_OFFSET=");
        }
    }

    private void forgetEverything() throws IOException {
        Files.delete(home().resolve("run").resolve("postgres.pid"));
    }

    private static String asOwner(LocalStack stack, String sql) throws SQLException {
        return query(
                stack.jdbcUrl(Part.WELFARE),
                "welfare_owner",
                stack.secret(Part.WELFARE, Secrets.DB_OWNER_PASSWORD),
                sql);
    }

    private static String asSuperuser(LocalStack stack, String sql) throws SQLException {
        return query(
                stack.jdbcUrl(Part.POSTGRES), "postgres", stack.secret(Part.POSTGRES, Secrets.SUPERUSER_PASSWORD), sql);
    }

    /** The first column of the first row, or nothing. */
    private static String query(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
