package ma.riaya.acceptance.story;

import java.time.Clock;
import ma.riaya.localstack.Login;
import ma.riaya.localstack.StackFault;

/** Signs the demonstration's people in at the product's own Keycloak, as a browser would. */
public final class SignIn {

    private SignIn() {}

    /** Real tokens of the running product, each kept as long as it is good. */
    public static TokenSource at(Product product) {
        Login login = new Login(product.realm());
        return new KeptTokens(user -> tokenOf(login, user), Clock.systemUTC());
    }

    private static String tokenOf(Login login, String user) {
        try {
            return login.as(user).accessToken();
        } catch (StackFault fault) {
            throw new StoryFailed(user + " could not sign in: " + fault.getMessage(), fault);
        }
    }
}
