package ma.riaya.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's programs, unpacked and built for PostgreSQL once, then only read. */
final class KeycloakDistribution {

    private final Path archive;
    private final Path distributions;
    private final Path folder;
    private final String version;
    private final Launcher launcher;

    KeycloakDistribution(Path archive, Path distributions, String version, Launcher launcher) {
        this.archive = archive;
        this.distributions = distributions;
        this.folder = distributions.resolve("keycloak-" + version);
        this.version = version;
        this.launcher = launcher;
    }

    List<String> obstacles() {
        return isReady() || Files.exists(archive)
                ? List.of()
                : List.of("Keycloak " + version + " is not there (" + archive
                        + "): run ./riaya build, with the network.");
    }

    boolean isReady() {
        return Folders.isFinished(folder, version);
    }

    String version() {
        return version;
    }

    Path folder() {
        return folder;
    }

    void prepare(Progress progress) {
        if (isReady()) {
            return;
        }
        try (RunLock alone = RunLock.await(distributions)) {
            if (!isReady()) {
                progress.step("Keycloak " + version + ", programs", "unpacked", this::unpack);
                progress.step("Keycloak, build for PostgreSQL", "built", this::build);
                Folders.markFinished(folder, version);
            }
        }
    }

    /** How Java runs Keycloak; its own script would stand between us and the process that we must be able to stop. */
    List<String> command(Path home, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Jvm.java().toString(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                folder.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private void unpack() {
        Folders.delete(folder);
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                Path target = distributions.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive names a file outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(zip, target);
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        launcher.errand(
                "keycloak-build",
                command(folder, List.of("build", "--db=postgres", "--health-enabled=true")),
                Map.of(),
                folder);
    }
}
