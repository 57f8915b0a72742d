package ma.riaya.welfare.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is read of a candidate is what beneficiary-service publishes. */
class CandidateContractTest {

    private static final Path PROVIDER = Path.of("..", "beneficiary-service", "openapi.yaml");

    @Test
    void everyFieldReadIsPublished() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(PROVIDER.toFile());
        JsonNode schemas = contract.path("components").path("schemas");

        assertThat(names(schemas.path("Candidate"))).containsAll(components(CandidateApi.CandidateAnswer.class));
        assertThat(names(schemas.path("CandidateAccount")))
                .containsAll(components(CandidateApi.AccountOfCandidate.class));
        assertThat(names(schemas.path("CandidatesBody"))).isEqualTo(components(CandidateApi.CandidatesQuestion.class));
        assertThat(names(schemas.path("CandidateGroup"))).isEqualTo(components(CandidateApi.GroupQuestion.class));
        assertThat(contract.path("paths").path("/v1/candidates").has("post")).isTrue();
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }

    private static Set<String> components(Class<?> record) {
        List<RecordComponent> components = Arrays.asList(record.getRecordComponents());
        return components.stream()
                .map(RecordComponent::getName)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
