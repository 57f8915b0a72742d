package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** What a service answered to one call. */
public final class Answer {

    private final String described;
    private final HttpResponse<byte[]> response;

    Answer(String described, HttpResponse<byte[]> response) {
        this.described = described;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
        try {
            JsonNode body = Api.JSON.readTree(response.body());
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** A header of the answer; empty where it has none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String etag() {
        return response.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new StoryFailed(described + " gave no ETag to change the thing with"));
    }

    /** Whether this was answered from memory: the same key was used before, in a former run. */
    public boolean isReplayed() {
        return response.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    public boolean isSuccess() {
        return status() / 100 == 2;
    }

    /** Insists on one of these statuses, or fails with the problem that came instead. */
    public Answer expect(int... statuses) {
        if (IntStream.of(statuses).noneMatch(wanted -> wanted == status())) {
            throw new ApiFailure(
                    described + " should have answered " + Arrays.toString(statuses) + ", but came back with "
                            + problem(),
                    status(),
                    code());
        }
        return this;
    }

    /** Insists on a refusal of this status by a problem with a name. */
    public Answer expectRefusal(int status) {
        expect(status);
        String type = response.headers().firstValue("Content-Type").orElse("nothing");
        if (!type.startsWith("application/problem+json") || code().isEmpty()) {
            throw new ApiFailure(
                    described + " was refused without a named problem: " + problem() + " as " + type, status(), "");
        }
        return this;
    }

    /** The problem's code; empty where there is none. */
    public String code() {
        return json().path("code").asText("");
    }

    /** The problem in one line: status, code, texts and what is wrong where. */
    public String problem() {
        JsonNode body = json();
        if (!body.has("code")) {
            String text = Api.utf8(response.body());
            return status() + (text.isBlank() ? "" : " " + text.substring(0, Math.min(400, text.length())));
        }
        StringJoiner line = new StringJoiner(" ");
        line.add(String.valueOf(status()))
                .add(code())
                .add("(" + body.path("title").asText());
        line.add(body.path("detail").asText() + ")");
        body.path("violations")
                .forEach(violation -> line.add("[" + violation.path("field").asText() + ": "
                        + violation.path("message").asText() + "]"));
        return line.add("request " + body.path("requestId").asText("unknown")).toString();
    }
}
