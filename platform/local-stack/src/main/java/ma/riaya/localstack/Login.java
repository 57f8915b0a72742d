package ma.riaya.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs in as a person does: opens Keycloak's page, sends its form, takes the code from the answer and exchanges it.
 * There is no shorter way on purpose: no client of the realm takes a password directly.
 */
public final class Login {

    /** The password of every demonstration user. */
    public static final String DEMONSTRATION_PASSWORD = "riaya-demo";

    private static final String CLIENT = "riaya-cli";
    private static final String REDIRECT = "http://127.0.0.1/signed-in";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]*/login-actions/authenticate[^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI realm;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final SecureRandom random = new SecureRandom();

    /** The realm is its address, such as `http://127.0.0.1:8180/realms/riaya`. */
    public Login(URI realm) {
        this.realm = realm;
    }

    /** What Keycloak hands out; the lifetime is that of the access token, from now. */
    public record Tokens(String accessToken, String refreshToken, Duration lifetime) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Tokens[" + lifetime + "]";
        }
    }

    /** Signs in a demonstration user. */
    public Tokens as(String user) {
        return as(user, DEMONSTRATION_PASSWORD);
    }

    public Tokens as(String user, String password) {
        // Keycloak marks its cookies as secure, and a jar of the JDK would not send those over http, not even to
        // loopback.
        Map<String, String> cookies = new HashMap<>();
        String verifier = randomWord();
        String state = randomWord();
        var question = new LinkedHashMap<String, String>();
        question.put("client_id", CLIENT);
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("redirect_uri", REDIRECT);
        question.put("state", state);
        question.put("code_challenge", challenge(verifier));
        question.put("code_challenge_method", "S256");
        HttpResponse<String> page = send(get(endpoint("auth") + "?" + form(question)), cookies);
        URI action = action(page);

        var answer = Map.of("username", user, "password", password);
        HttpResponse<String> answered = send(post(action, form(answer)), cookies);
        return exchange(code(answered, user, state), verifier);
    }

    /** New tokens for an old refresh token, which serves once. */
    public Tokens refresh(Tokens tokens) {
        return tokens(
                Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", tokens.refreshToken()));
    }

    private Tokens exchange(String code, String verifier) {
        return tokens(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", verifier));
    }

    private Tokens tokens(Map<String, String> parameters) {
        HttpResponse<String> response = send(post(URI.create(endpoint("token")), form(parameters)), new HashMap<>());
        JsonNode body = json(response.body());
        if (response.statusCode() != 200) {
            throw new StackFault("Keycloak did not give a token: "
                    + body.path("error_description")
                            .asText(body.path("error").asText("status " + response.statusCode()))
                    + ".");
        }
        return new Tokens(
                body.path("access_token").asText(),
                body.path("refresh_token").asText(),
                Duration.ofSeconds(body.path("expires_in").asLong()));
    }

    private URI action(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new StackFault(
                    "Keycloak did not show its sign-in page at " + realm + " (status " + page.statusCode() + ").");
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private static String code(HttpResponse<String> answered, String user, String state) {
        Map<String, String> parameters = answered.headers()
                .firstValue("Location")
                .filter(location -> location.startsWith(REDIRECT))
                .map(location -> parameters(URI.create(location)))
                .orElseThrow(() -> new StackFault(whyNot(answered, user)));
        if (!state.equals(parameters.get("state"))) {
            throw new StackFault("Keycloak answered another sign-in than ours.");
        }
        return Optional.ofNullable(parameters.get("code"))
                .orElseThrow(() -> new StackFault("Keycloak refused the sign-in: " + parameters.get("error") + "."));
    }

    private static String whyNot(HttpResponse<String> answered, String user) {
        if (answered.statusCode() >= 500) {
            return "Keycloak failed (status " + answered.statusCode() + "); ./riaya logs keycloak tells why.";
        }
        return answered.statusCode() == 200
                ? "Keycloak does not know " + user + " with this password, or makes the account wait after wrong ones."
                : "Keycloak wants " + user + " to do something in the browser first (status " + answered.statusCode()
                        + ").";
    }

    private static Map<String, String> parameters(URI location) {
        return Arrays.stream(location.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, two) -> one));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> cookies) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> cookies.put(pair[0], pair[1]));
            return response;
        } catch (IOException e) {
            throw new StackFault(
                    "Keycloak does not answer at " + realm + ": is the stack up? ./riaya status tells.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFault("Interrupted while signing in.", e);
        }
    }

    private String endpoint(String name) {
        return realm + "/protocol/openid-connect/" + name;
    }

    private static HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).GET();
    }

    private static HttpRequest.Builder post(URI address, String form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new StackFault("Keycloak answered something that is not JSON.", e);
        }
    }

    private String randomWord() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
