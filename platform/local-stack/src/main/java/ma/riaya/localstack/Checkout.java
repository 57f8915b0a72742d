package ma.riaya.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source tree, and where its build leaves what we run. */
record Checkout(Path root) {

    private static final Path REALM = Path.of("deploy", "keycloak", "import", "riaya-realm.json");
    private static final Path USERS = Path.of("deploy", "keycloak", "demonstration", "riaya-users-0.json");

    Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The tree around a folder, so that tests find it from their module. */
    static Checkout around(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        for (@Nullable Path each = start; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(REALM))) {
                return new Checkout(each);
            }
        }
        throw new StackFault("No source tree of Riaya around " + start + ": run ./riaya from its own folder.");
    }

    Home defaultHome() {
        return new Home(root.resolve(".riaya"));
    }

    /** Unpacked programs, shared by every home of this tree because they hold no data. */
    Path distributions() {
        return root.resolve(".riaya").resolve("dist");
    }

    /** The realm, then the demonstration users: Keycloak takes the second only with the first. */
    List<Path> realmFiles() {
        return List.of(root.resolve(REALM), root.resolve(USERS));
    }

    Path keycloakArchive(Versions versions) {
        return root.resolve(
                "platform/local-stack/target/artifacts/keycloak-quarkus-dist-" + versions.keycloak() + ".zip");
    }

    Path module(Part service) {
        return root.resolve(service.id());
    }

    /** The folder of a built service, which holds quarkus-run.jar. */
    Path application(Part service) {
        return module(service).resolve("target").resolve("quarkus-app");
    }

    /** The class path of the acceptance module, where it is built. */
    Optional<String> acceptanceClassPath() {
        Path target = root.resolve("acceptance").resolve("target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isApplicationJar(file.getFileName().toString()))
                    .findFirst()
                    .map(jar -> jar + ":" + target.resolve("lib") + "/*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isApplicationJar(String name) {
        return name.startsWith("acceptance-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar");
    }
}
