package ma.riaya.localstack;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the product's services, run from a copy of what the build left. */
final class ServiceProcess implements Server {

    private static final String JAR = "quarkus-run.jar";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Part part;
    private final Ports ports;
    private final Home home;
    private final Checkout checkout;
    private final Secrets secrets;
    private final Launcher launcher;
    private final Readiness readiness;

    ServiceProcess(
            Part part,
            Ports ports,
            Home home,
            Checkout checkout,
            Secrets secrets,
            Launcher launcher,
            Readiness readiness) {
        this.part = part;
        this.ports = ports;
        this.home = home;
        this.checkout = checkout;
        this.secrets = secrets;
        this.launcher = launcher;
        this.readiness = readiness;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public List<String> obstacles() {
        if (!Files.isDirectory(checkout.module(part))) {
            return List.of(part.id() + " is not in this tree (" + checkout.module(part) + ").");
        }
        return Files.exists(checkout.application(part).resolve(JAR))
                ? List.of()
                : List.of(part.id() + " is not built (" + checkout.application(part) + "): run ./riaya build.");
    }

    @Override
    public void prepare(Progress progress) {
        Folders.delete(application());
        Folders.copy(checkout.application(part), application());
    }

    @Override
    public void launch() {
        List<String> command = List.of(
                Jvm.java().toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                application().resolve(JAR).toString());
        launcher.launch(part, command, environment(), application());
    }

    /** Addresses and names; what is secret arrives as one file a property. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(part)));
        environment.put("QUARKUS_MANAGEMENT_HOST", Ports.HOST);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(part)));
        environment.put("RIAYA_DB_URL", PostgresDatabases.url(ports.of(Part.POSTGRES), PostgresDatabases.of(part)));
        environment.put("RIAYA_DB_USER", PostgresDatabases.applicationOf(part));
        environment.put("RIAYA_DB_OWNER_USER", PostgresDatabases.ownerOf(part));
        environment.put("RIAYA_OIDC_URL", KeycloakServer.realm(ports).toString());
        // A list of plain paths, in which a comma separates.
        environment.put(
                "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                secrets.folder(part).toString().replace(",", "\\,"));
        if (part == Part.BENEFICIARY) {
            environment.put("RIAYA_WELFARE_URL", address(ports, Part.WELFARE).toString());
        }
        if (part == Part.WELFARE) {
            environment.put(
                    "RIAYA_BENEFICIARY_URL", address(ports, Part.BENEFICIARY).toString());
            environment.put("RIAYA_OFFICE_URL", address(ports, Part.OFFICE).toString());
            environment.put("RIAYA_BANK_OUTBOX", home.outbox().toString());
            // An invented account with a right key: no bank is reached from here.
            environment.put("RIAYA_BANK_DEBTOR_NAME", "FONDATION DE DEMONSTRATION");
            environment.put("RIAYA_BANK_DEBTOR_IBAN", "MA64011780000000000000422682");
            environment.put("RIAYA_BANK_DEBTOR_BIC", "DEMOMAMC");
        }
        return environment;
    }

    static URI address(Ports ports, Part part) {
        return URI.create("http://" + Ports.HOST + ":" + ports.of(part));
    }

    @Override
    public void awaitReady() {
        readiness.await(part, PATIENCE, this::isReady);
    }

    @Override
    public boolean isReady() {
        return readiness.answers(
                URI.create("http://" + Ports.HOST + ":" + ports.managementOf(part) + "/q/health/ready"));
    }

    /** Whether it was started from a build that has been followed by another. */
    boolean isOutdated() {
        File built = checkout.application(part).resolve(JAR).toFile();
        File running = application().resolve(JAR).toFile();
        return running.exists() && built.lastModified() > running.lastModified();
    }

    private Path application() {
        return home.applications().resolve(part.id());
    }
}
