package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;

/** What an access token says of its bearer. */
final class Claims {

    private Claims() {}

    /** Reads them without verifying anything: that is for the services to do. */
    static JsonNode of(String token) {
        try {
            return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StoryFailed("the token that was given is not a JWT", e);
        }
    }
}
