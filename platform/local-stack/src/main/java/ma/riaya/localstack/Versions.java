package ma.riaya.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions that the build chose, as the root pom states them. */
record Versions(String riaya, String keycloak, String postgresql) {

    static Versions ofThisBuild() {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "versions.properties"));
            return new Versions(
                    required(properties, "riaya"),
                    required(properties, "keycloak"),
                    required(properties, "postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(Properties properties, String name) {
        return Objects.requireNonNull(properties.getProperty(name), name);
    }
}
