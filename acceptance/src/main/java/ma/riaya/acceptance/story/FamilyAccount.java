package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import ma.riaya.acceptance.registry.KnownPersons;

/** Names in the account of {@code mina} which record of the registry is hers, as an administrator of accounts does. */
public final class FamilyAccount {

    private static final String USER = "mina";
    private static final String FINDS = "latifa";

    private final Api api;

    public FamilyAccount(Api api) {
        this.api = api;
    }

    /** Sets the attribute where it is not set yet; without the local stack's own Keycloak it leaves all as it is. */
    public void tie(Narrator narrator) {
        Optional<KeycloakAdmin> keycloak = KeycloakAdmin.of(api.product());
        if (keycloak.isEmpty()) {
            narrator.say("the accounts are not kept here: " + USER + " stays without a record of her own");
            return;
        }
        String person = person();
        JsonNode found =
                keycloak.get().get("/users?exact=true&username=" + USER).path(0);
        if (found.path("attributes").path("person").path(0).asText().equals(person)) {
            narrator.say(USER + " is tied to her own record already");
            return;
        }
        ObjectNode account = found.deepCopy();
        account.withObject("/attributes").putArray("person").add(person);
        keycloak.get().put("/users/" + found.path("id").asText(), account);
        narrator.say(USER + " is tied to her own record, " + KnownPersons.MINA);
    }

    private String person() {
        JsonNode found = api.as(FINDS)
                .at(Service.BENEFICIARY, "/v1/persons/search")
                .post(Map.of("cin", KnownPersons.MINA_CIN))
                .expect(200)
                .json()
                .path("items")
                .path(0);
        if (!found.path("reference").asText().equals(KnownPersons.MINA)) {
            throw new StoryFailed(
                    "the registry does not hold " + KnownPersons.MINA + ", whose account " + USER + " is");
        }
        return found.path("id").asText();
    }
}
