package ma.riaya.acceptance.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A service that refuses what it is asked, as it was told to. */
final class Refusing implements AutoCloseable {

    private final HttpServer server;
    private final Api api;
    private int status;
    private String code = "";

    Refusing() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = new Api(new Product(server.getAddress().getPort() - Service.WELFARE.port(), Path.of("")), user -> "t");
        server.createContext("/", exchange -> {
            byte[] body = "{\"code\":\"%s\",\"title\":\"No\",\"detail\":\"Not so.\"}"
                    .formatted(code)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            if (code.isEmpty()) {
                exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    Answer answer(int with, String named) {
        status = with;
        code = named;
        return api.as("nadia").at(Service.WELFARE, "/v1/campaigns").post();
    }

    /** An answer from memory. */
    Answer replayed() {
        return answer(201, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
