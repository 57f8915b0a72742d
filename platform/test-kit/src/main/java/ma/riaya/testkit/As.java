package ma.riaya.testkit;

import io.restassured.RestAssured;
import io.restassured.config.HeaderConfig;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The beginning of a call to the service under test: who calls, in which language, and with which key. Each answer is one that the contract declares. */
public final class As {

    private static final Filter DECLARED = new DeclaredAnswers();

    private As() {}

    /** Calls as this person, in English, with a body of JSON. */
    public static RequestSpecification user(Persona persona) {
        return withToken(IdentityProvider.token(persona));
    }

    /** The same with a fresh {@code Idempotency-Key}, as every POST that creates or moves something wants it. */
    public static RequestSpecification once(Persona persona) {
        return user(persona).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static RequestSpecification withToken(String token) {
        return anonymous().auth().oauth2(token);
    }

    public static RequestSpecification anonymous() {
        return RestAssured.given()
                .filter(DECLARED)
                .config(RestAssured.config()
                        .headerConfig(HeaderConfig.headerConfig()
                                .overwriteHeadersWithName("Accept-Language", "Content-Type")))
                .header("Accept-Language", "en")
                .contentType("application/json");
    }
}
