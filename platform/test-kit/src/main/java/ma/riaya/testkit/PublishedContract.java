package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml} is the contract that the code has.
 *
 * <p>Run once with {@code -Driaya.contract.write} to renew the file after a change that is meant.
 */
public abstract class PublishedContract {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");

    @Test
    void isCurrent() throws IOException {
        String generated = Files.readString(GENERATED);
        if (System.getProperty("riaya.contract.write") != null) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(generated).startsWith("---\nopenapi: 3.1.0");
        assertThat(Files.readString(COMMITTED))
                .as(
                        "openapi.yaml differs from the code; renew it with -Driaya.contract.write and review the difference")
                .isEqualTo(generated);
    }
}
