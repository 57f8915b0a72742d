package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFullDiskAndAForbiddenFolderAreSentences() {
        assertThat(Main.sentence(new UncheckedIOException(new IOException("data: No space left on device"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("disk is full", "free some space"));
        assertThat(Main.sentence(new UncheckedIOException(new AccessDeniedException("/home/other"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("/home/other", "RIAYA_HOME"));
        assertThat(Main.sentence(new IllegalStateException("a mistake of ours")))
                .isEmpty();
    }

    @Test
    void aFaultIsOneSentenceAndAStatusWithoutATrace() {
        var err = new ByteArrayOutputStream();

        int status = Main.commandLine(new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute("up", "--only", "mail");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("riaya: There is no part named \"mail\"");
    }

    @Test
    void theOptionsOfTheStoriesArePassedOn() {
        var parsed = Main.commandLine(System.err).parseArgs("demo", "--story", "2", "--run", "again");

        assertThat(parsed.subcommand().matchedPositional(0).<List<String>>getValue())
                .containsExactly("--story", "2", "--run", "again");
    }

    @Test
    void stepsStandOnOneLineEachWithTheirSeconds() {
        var out = new ByteArrayOutputStream();
        long[] now = {0};
        var progress = new ConsoleProgress(new PrintStream(out, true, StandardCharsets.UTF_8), () -> now[0]);

        progress.step("PostgreSQL", "ready", () -> now[0] += 1_540_000_000L);
        progress.begin("Keycloak");
        progress.note("Interrupted.");

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("  PostgreSQL \\.+ ready  1\\.5 s"),
                        line -> assertThat(line.strip()).isEqualTo("Keycloak"),
                        line -> assertThat(line).isEqualTo("  Interrupted."));
    }

    @Test
    void aServiceLearnsAddressesFromItsEnvironmentAndSecretsFromItsFolder() {
        var home = new Home(folder.resolve("a, home"));
        var secrets = new Secrets(home.secrets());
        var run = new RunFolder(home.run());
        var logs = new LogFiles(home.logs());
        var welfare = new ServiceProcess(
                Part.WELFARE,
                new Ports(10),
                home,
                Checkout.around(Path.of("")),
                secrets,
                new Launcher(run, logs),
                new Readiness(run, logs));

        Map<String, String> environment = welfare.environment();

        assertThat(environment)
                .containsEntry("QUARKUS_HTTP_PORT", "8093")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9093")
                .containsEntry("RIAYA_DB_URL", "jdbc:postgresql://127.0.0.1:15442/welfare")
                .containsEntry("RIAYA_DB_USER", "welfare_app")
                .containsEntry("RIAYA_DB_OWNER_USER", "welfare_owner")
                .containsEntry("RIAYA_OIDC_URL", "http://127.0.0.1:8190/realms/riaya")
                .containsEntry("RIAYA_BENEFICIARY_URL", "http://127.0.0.1:8091")
                .containsEntry("RIAYA_OFFICE_URL", "http://127.0.0.1:8092")
                .containsEntry("RIAYA_BANK_OUTBOX", home.outbox().toString());
        assertThat(environment.get("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS"))
                .isEqualTo(folder.resolve("a\\, home/secrets/welfare-service").toString());
        assertThat(environment.keySet()).noneMatch(name -> name.contains("PASSWORD") || name.contains("KEY"));
    }
}
