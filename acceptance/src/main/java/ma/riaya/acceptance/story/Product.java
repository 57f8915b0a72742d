package ma.riaya.acceptance.story;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import ma.riaya.acceptance.bank.BankFolders;

/**
 * The running product, as seen from outside.
 *
 * @param portOffset what is added to every port
 * @param home the folder in which the running product keeps what it owns
 */
public record Product(int portOffset, Path home) {

    private static final int KEYCLOAK_PORT = 8180;

    /** Reads {@code RIAYA_PORT_OFFSET} and {@code RIAYA_HOME}, as {@code ./riaya} sets them. */
    public static Product fromEnvironment(Map<String, String> environment) {
        return new Product(
                Integer.parseInt(
                        environment.getOrDefault("RIAYA_PORT_OFFSET", "0").strip()),
                Path.of(environment.getOrDefault("RIAYA_HOME", ".riaya")).toAbsolutePath());
    }

    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + (service.port() + portOffset));
    }

    URI keycloak() {
        return URI.create("http://127.0.0.1:" + (KEYCLOAK_PORT + portOffset));
    }

    URI realm() {
        return URI.create(keycloak() + "/realms/riaya");
    }

    /** The password of Keycloak's administrator, where the product runs as the local stack. */
    Path keycloakSecret() {
        return home.resolve("secrets").resolve("keycloak").resolve("admin.password");
    }

    URI readiness(Service service) {
        return URI.create("http://127.0.0.1:" + (service.managementPort() + portOffset) + "/q/health/ready");
    }

    /** The bank stands beside the product: it shares the outbox with it and nothing else. */
    public BankFolders bank() {
        Path bank = home.resolve("bank");
        return new BankFolders(bank.resolve("outbox"), bank.resolve("inbox"), bank.resolve("ledger.txt"));
    }

    /** Where the demonstration's registry lies. */
    public Path registry() {
        return home.resolve("demonstration").resolve("registry.csv");
    }
}
