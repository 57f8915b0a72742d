package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import ma.riaya.localstack.DemonstrationUsers.User;
import org.junit.jupiter.api.Test;

class DemonstrationUsersTest {

    /** Whoever has a family account belongs to no office, and not to headquarters either. */
    @Test
    void eachIsShownWithThePlaceThatIsTheirs() {
        Map<String, String> places =
                DemonstrationUsers.in(Path.of("../../deploy/keycloak/demonstration/riaya-users-0.json")).stream()
                        .collect(Collectors.toMap(User::name, User::place));
        assertThat(places)
                .containsEntry("mina", "own record")
                .containsEntry("salma", "headquarters")
                .containsEntry("aicha", "ERR");
    }
}
