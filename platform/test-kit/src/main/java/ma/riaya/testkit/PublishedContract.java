package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml} is the contract that the code has, and it leaves no operation half said.
 *
 * <p>Run once with {@code -Driaya.contract.write} to renew the file after a change that is meant.
 */
public abstract class PublishedContract {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

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

    @Test
    void everyOperationIsComplete() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(GENERATED.toFile());
        Set<String> tags = new HashSet<>();
        contract.path("tags").forEach(tag -> {
            assertThat(tag.path("description").asText())
                    .as("description of tag " + tag.path("name"))
                    .isNotBlank();
            tags.add(tag.path("name").asText());
        });
        List<String> operationIds = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
                if (VERBS.contains(verb.getKey())) {
                    String name = verb.getKey() + " " + path.getKey();
                    operationIds.add(check(name, verb.getValue(), tags));
                }
            }
        }
        assertThat(operationIds).isNotEmpty().doesNotHaveDuplicates();
    }

    private static String check(String name, JsonNode operation, Set<String> tags) {
        assertThat(operation.path("operationId").asText())
                .as("operationId of " + name)
                .isNotBlank();
        assertThat(operation.path("summary").asText()).as("summary of " + name).isNotBlank();
        assertThat(operation.path("security").isEmpty()).as("roles of " + name).isFalse();
        assertThat(operation.path("tags")).as("tags of " + name).isNotEmpty();
        operation
                .path("tags")
                .forEach(tag -> assertThat(tags).as("declared tags").contains(tag.asText()));
        List<String> statuses = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        assertThat(statuses).as("success of " + name).anyMatch(status -> status.startsWith("2"));
        assertThat(statuses).as("refusals of " + name).anyMatch(status -> status.startsWith("4"));
        return operation.path("operationId").asText();
    }
}
