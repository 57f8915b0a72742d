package ma.riaya.beneficiary.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told is what welfare-service takes. */
class WelfareContractTest {

    private static final Path RECEIVER = Path.of("..", "welfare-service", "openapi.yaml");

    @Test
    void everyFieldToldIsTaken() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(RECEIVER.toFile());
        JsonNode schemas = contract.path("components").path("schemas");
        assertThat(names(schemas.path("RegistryEvent"))).isEqualTo(components(Notice.class));
        assertThat(names(schemas.path("RegistryEventsBody"))).isEqualTo(components(WelfareApi.Notices.class));
        assertThat(schemas.at("/RegistryEventsBody/properties/events/maxItems").asInt())
                .isGreaterThanOrEqualTo(Relay.EACH);
        assertThat(contract.path("paths").path("/v1/registry-events").has("post"))
                .isTrue();
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
