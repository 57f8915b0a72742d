package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds each success of the service under test against its contract: a status that is not declared there fails the test that met it. */
final class DeclaredAnswers implements Filter {

    private record Operation(Pattern path, String method, String name, Collection<String> statuses) {}

    private final List<Operation> operations = read();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        if (answer.statusCode() < 300) {
            String path = URI.create(request.getURI()).getRawPath();
            String method = request.getMethod().toLowerCase(Locale.ROOT);
            operations.stream()
                    .filter(operation -> operation.method().equals(method)
                            && operation.path().matcher(path).matches())
                    .findFirst()
                    .ifPresent(operation -> assertThat(operation.statuses())
                            .as("statuses that the contract declares for " + operation.name())
                            .contains(String.valueOf(answer.statusCode())));
        }
        return answer;
    }

    /** A path without a variable stands before one that its template would match too. */
    private static List<Operation> read() {
        try {
            JsonNode contract =
                    new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
            return contract.path("paths").properties().stream()
                    .sorted((one, other) -> Boolean.compare(
                            one.getKey().contains("{"), other.getKey().contains("{")))
                    .flatMap(path -> path.getValue().properties().stream()
                            .flatMap(verb -> operation(path.getKey(), verb.getKey(), verb.getValue())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Operation> operation(String path, String method, JsonNode operation) {
        String expression = Stream.of(path.split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return operation.has("responses")
                ? Stream.of(new Operation(
                        Pattern.compile(expression),
                        method,
                        method + " " + path,
                        operation.path("responses").properties().stream()
                                .map(Map.Entry::getKey)
                                .toList()))
                : Stream.empty();
    }
}
