package ma.riaya.acceptance.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call in the making: who, where, and the headers that the conventions ask for. */
public final class Call {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LARGEST_PAGE = 200;

    private final Api api;
    private final String user;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private Service service = Service.WELFARE;
    private String path = "";
    private Duration patience = PATIENCE;

    Call(Api api, String user) {
        this.api = api;
        this.user = user;
        headers.put("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.1");
        headers.put("Accept-Language", "en");
    }

    /** The resource; each {@code {}} of the path stands for one of the segments. */
    public Call at(Service chosen, String template, Object... segments) {
        service = chosen;
        path = template;
        for (Object segment : segments) {
            path = path.replaceFirst("\\{}", encoded(segment.toString()));
        }
        return this;
    }

    public Call query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** The key under which a POST is done once, however often it is sent. */
    public Call key(String idempotencyKey) {
        headers.put("Idempotency-Key", idempotencyKey);
        return this;
    }

    public Call ifMatch(String etag) {
        headers.put("If-Match", etag);
        return this;
    }

    /** What the document that is uploaded proves, and its name: in headers, for an address is written into logs. */
    public Call document(String kind, String name) {
        headers.put("Riaya-Document-Kind", kind);
        headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
        return this;
    }

    /** The purpose of a look at sensitive fields. */
    public Call purpose(String code) {
        headers.put("Riaya-Purpose", code);
        return this;
    }

    /** The language of the texts that come back: ar, fr or en. */
    public Call language(String tag) {
        headers.put("Accept-Language", tag);
        return this;
    }

    /** How long the caller waits for the answer. */
    public Call within(Duration most) {
        patience = most;
        return this;
    }

    public Answer get() {
        return send("GET", BodyPublishers.noBody());
    }

    public Answer post() {
        return send("POST", BodyPublishers.noBody());
    }

    public Answer post(Map<String, ?> body) {
        return send("POST", json(body));
    }

    public Answer put(Map<String, ?> body) {
        return send("PUT", json(body));
    }

    /** Posts bytes as they are, such as a document, a registry or a bank file. */
    public Answer upload(String mediaType, byte[] content) {
        headers.put("Content-Type", mediaType);
        return send("POST", BodyPublishers.ofByteArray(content));
    }

    /** Every item of a list, page after page. */
    public List<JsonNode> all() {
        query.put("limit", String.valueOf(LARGEST_PAGE));
        List<JsonNode> items = new ArrayList<>();
        String next;
        do {
            JsonNode page = get().expect(200).json();
            page.path("items").forEach(items::add);
            next = page.path("next").asText("");
            query.put("cursor", next);
        } while (!next.isEmpty() && !next.equals("null"));
        return items;
    }

    private BodyPublisher json(Map<String, ?> body) {
        headers.put("Content-Type", "application/json");
        try {
            return BodyPublishers.ofByteArray(Api.JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(String method, BodyPublisher body) {
        StringBuilder address = new StringBuilder(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(api.product().address(service) + address.toString()))
                .timeout(patience)
                .header("Authorization", "Bearer " + api.tokenOf(user))
                .method(method, body);
        headers.forEach(request::header);
        return api.send(request.build(), method + " " + address + " as " + user, service.title());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
