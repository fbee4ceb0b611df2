package dev.brummer.it.child;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to itself over HTTP, so many times as it is told; with the JDK's own logging on, it is a noisy program. */
public final class Talk {
    private Talk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders/" + i);
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            }
        } finally {
            server.stop(0);
        }
    }
}
