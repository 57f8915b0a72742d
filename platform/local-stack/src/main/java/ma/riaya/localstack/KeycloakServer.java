package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Keycloak with the realm of the product and its demonstration users, on a database of its own. */
final class KeycloakServer implements Server {

    static final String REALM = "riaya";
    static final String ADMINISTRATOR = "keycloak-admin";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> READ_ONLY = List.of("conf", "lib", "providers", "themes", "version.txt");

    private final Ports ports;
    private final Path folder;
    private final List<Path> realmFiles;
    private final KeycloakDistribution distribution;
    private final PostgresDatabases databases;
    private final Secrets secrets;
    private final Launcher launcher;
    private final Readiness readiness;

    KeycloakServer(
            Ports ports,
            Path folder,
            List<Path> realmFiles,
            KeycloakDistribution distribution,
            PostgresDatabases databases,
            Secrets secrets,
            Launcher launcher,
            Readiness readiness) {
        this.ports = ports;
        this.folder = folder;
        this.realmFiles = realmFiles;
        this.distribution = distribution;
        this.databases = databases;
        this.secrets = secrets;
        this.launcher = launcher;
        this.readiness = readiness;
    }

    static URI address(Ports ports) {
        return URI.create("http://" + Ports.HOST + ":" + ports.of(Part.KEYCLOAK));
    }

    static URI realm(Ports ports) {
        return address(ports).resolve("/realms/" + REALM);
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public List<String> obstacles() {
        return distribution.obstacles();
    }

    @Override
    public void prepare(Progress progress) {
        distribution.prepare(progress);
        layOut();
        if (!isImported()) {
            // A first start that was cut short may have left a realm without its users.
            databases.recreateKeycloak();
        } else if (!imported().equals(digest())) {
            progress.note("deploy/keycloak has changed since Keycloak imported it, and an import happens once: "
                    + "./riaya reset begins with the new one.");
        }
    }

    @Override
    public void launch() {
        boolean first = !isImported();
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.HOST,
                "--http-port=" + ports.of(Part.KEYCLOAK),
                "--http-management-port=" + ports.managementOf(Part.KEYCLOAK),
                "--hostname=" + address(ports)));
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", PostgresDatabases.url(ports.of(Part.POSTGRES), PostgresDatabases.KEYCLOAK));
        environment.put("KC_DB_USERNAME", PostgresDatabases.KEYCLOAK);
        environment.put("KC_DB_PASSWORD", secrets.read(Part.KEYCLOAK, Secrets.DB_PASSWORD));
        // Without it, each connection that a restart of PostgreSQL broke fails the sign-in of one person.
        environment.put("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true");
        if (first) {
            arguments.add("--import-realm");
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
            // The realm names the secret and does not hold it.
            environment.put("RIAYA_BENEFICIARY_CLIENT_SECRET", secrets.read(Part.BENEFICIARY, Secrets.CLIENT_SECRET));
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.read(Part.KEYCLOAK, Secrets.ADMIN_PASSWORD));
        }
        launcher.launch(Part.KEYCLOAK, distribution.command(server(), arguments), Map.copyOf(environment), server());
    }

    @Override
    public void awaitReady() {
        readiness.await(Part.KEYCLOAK, PATIENCE, this::isReady);
        if (!isImported()) {
            if (!readiness.answers(realm(ports))) {
                throw new StackFault("Keycloak runs without the realm " + REALM + ", which it should have imported.");
            }
            write(mark(), digest());
        }
    }

    @Override
    public boolean isReady() {
        return readiness.answers(
                URI.create("http://" + Ports.HOST + ":" + ports.managementOf(Part.KEYCLOAK) + "/health/ready"));
    }

    /** Its own home is made of links to the shared programs and of the files that it writes itself. */
    private void layOut() {
        try {
            Path imports = server().resolve("data").resolve("import");
            Folders.delete(server());
            Files.createDirectories(imports);
            for (String name : READ_ONLY) {
                Files.createSymbolicLink(
                        server().resolve(name), distribution.folder().resolve(name));
            }
            for (Path file : realmFiles) {
                Files.copy(file, imports.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path server() {
        return folder.resolve("server");
    }

    /** Written when a first start has come to its end. */
    private Path mark() {
        return folder.resolve("imported");
    }

    private boolean isImported() {
        return Files.exists(mark());
    }

    private String imported() {
        try {
            return Files.readString(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(
                    file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : realmFiles) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
