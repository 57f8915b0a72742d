package ma.riaya.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The people of the demonstration, as their file names them. */
final class DemonstrationUsers {

    record User(String name, String roles, String office) {

        private static final String FAMILY = "beneficiary";

        /** Whose files the person reaches. */
        String place() {
            if (roles.equals(FAMILY)) {
                return "own record";
            }
            return office.isEmpty() ? "headquarters" : office;
        }
    }

    private DemonstrationUsers() {}

    static List<User> in(Path file) {
        try {
            JsonNode users = new ObjectMapper().readTree(file.toFile()).path("users");
            return stream(users)
                    .map(user -> new User(
                            user.path("username").asText(),
                            stream(user.path("realmRoles"))
                                    .map(JsonNode::asText)
                                    .filter(role -> !role.startsWith("default-roles-"))
                                    .collect(Collectors.joining(", ")),
                            user.path("attributes").path("office").path(0).asText("")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
