package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the service under test answers to bytes that no client library would send.
 *
 * @param status zero where the connection ended without an answer
 * @param headers by their name in lower case
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

    private static final int PATIENCE_IN_MILLISECONDS = 10_000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sends and reads until the service closes: requests to be answered say {@code Connection: close}. */
    public static RawAnswer to(String request) throws IOException {
        return to(request.getBytes(StandardCharsets.UTF_8));
    }

    public static RawAnswer to(byte[] request) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            in.transferTo(read);
        } catch (SocketException | SocketTimeoutException cutOff) {
            // What was read until then is the answer.
        }
        return parsed(read.toString(StandardCharsets.UTF_8));
    }

    private static RawAnswer parsed(String answer) {
        int end = answer.indexOf(END_OF_HEAD);
        if (end < 0) {
            return new RawAnswer(0, Map.of(), answer);
        }
        String[] head = answer.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).strip());
        }
        return new RawAnswer(
                Integer.parseInt(head[0].split(" ", -1)[1]), headers, answer.substring(end + END_OF_HEAD.length()));
    }

    public JsonNode json() throws JsonProcessingException {
        return JSON.readTree(body);
    }

    /** Checks that this is a whole problem, as every answer is that is not a success. */
    public JsonNode isProblem(String what, int expectedStatus, String code) throws JsonProcessingException {
        assertThat(status).as(what + ": " + body).isEqualTo(expectedStatus);
        assertThat(headers).as(what).containsEntry("content-type", "application/problem+json");
        assertThat(headers).as(what).containsKey("content-language").doesNotContainKey("server");
        JsonNode problem = json();
        assertThat(problem.path("code").asText()).as(what).isEqualTo(code);
        assertThat(problem.path("status").asInt()).as(what).isEqualTo(expectedStatus);
        assertThat(problem.path("title").asText()).as(what).isNotBlank().isNotEqualTo(code + ".title");
        assertThat(problem.path("detail").asText()).as(what).isNotBlank();
        assertThat(headers.get("x-request-id"))
                .as(what)
                .isEqualTo(problem.path("requestId").asText());
        assertThat(problem.path("detail").asText().contains("violations"))
                .as(what + " speaks of violations and has none")
                .isFalse();
        return problem;
    }
}
