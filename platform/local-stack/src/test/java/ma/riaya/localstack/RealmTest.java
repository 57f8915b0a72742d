package ma.riaya.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the realm must never lose, read from the files that every installation imports. */
class RealmTest {

    private static final Checkout CHECKOUT = Checkout.around(Path.of(""));

    private final JsonNode realm = read(CHECKOUT.realmFiles().getFirst());

    @Test
    void noUserComesWithTheRealmOfProduction() {
        assertThat(realm.path("realm").asText()).isEqualTo("riaya");
        assertThat(realm.has("users")).isFalse();
    }

    @Test
    void noClientTakesAPasswordAndEachPublicOneProvesItsCode() {
        assertThat(stream(realm.path("clients"))).isNotEmpty().allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            if (client.path("publicClient").asBoolean()
                    && client.path("standardFlowEnabled").asBoolean()) {
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asText())
                        .isEqualTo("S256");
            }
        });
    }

    /** A service that signs in as itself has one role, and its secret stands in no file. */
    @Test
    void whatAServiceHoldsAsItselfIsOneRoleAndNoSecretIsCommitted() {
        assertThat(stream(realm.path("clients"))
                        .filter(client -> client.path("serviceAccountsEnabled").asBoolean()))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("clientId").asText()).isEqualTo("beneficiary-service");
                    assertThat(client.path("secret").asText()).isEqualTo("${RIAYA_BENEFICIARY_CLIENT_SECRET}");
                    assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
                    assertThat(stream(client.path("protocolMappers"))
                                    .filter(mapper -> mapper.path("protocolMapper")
                                            .asText()
                                            .equals("oidc-hardcoded-role-mapper"))
                                    .map(mapper -> mapper.at("/config/role").asText()))
                            .containsExactly("registry-feed");
                });
    }

    @Test
    void tokensAreShortAndGuessingIsSlowed() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(900);
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    }

    @Test
    void arabicComesFirst() {
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("ar");
        assertThat(stream(realm.path("supportedLocales")).map(JsonNode::asText)).containsExactly("ar", "fr", "en");
    }

    @Test
    void onlyAnAdministratorMovesAnAccountToAnotherOffice() throws IOException {
        JsonNode profile = new ObjectMapper()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .path("kc.user.profile.config")
                        .path(0)
                        .asText());

        for (String name : List.of("office", "person", "units", "username")) {
            assertThat(stream(profile.path("attributes"))
                            .filter(attribute -> attribute.path("name").asText().equals(name)))
                    .singleElement()
                    .satisfies(attribute -> assertThat(
                                    stream(attribute.at("/permissions/edit")).map(JsonNode::asText))
                            .containsExactly("admin"));
        }
    }

    @Test
    void theDemonstrationHasItsSeventeenPeople() {
        List<DemonstrationUsers.User> users =
                DemonstrationUsers.in(CHECKOUT.realmFiles().getLast());

        assertThat(users).hasSize(17);
        assertThat(users).contains(new DemonstrationUsers.User("aicha", "officer, office-head", "ERR"));
        assertThat(users).contains(new DemonstrationUsers.User("nadia", "committee", ""));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
