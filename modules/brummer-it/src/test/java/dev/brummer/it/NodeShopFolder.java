package dev.brummer.it;

import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The example of Node services in a folder of its own. Its sources name ports as sources do, 3000 to 3006: here they name
 * others, which nobody uses.
 */
record NodeShopFolder(Sandbox sandbox, List<Integer> ports) {
    private static final Path EXAMPLE = Checkout.ROOT.resolve("examples/node-shop");
    private static final int FIRST_PORT = 3000;
    private static final int SERVICES = 7;

    static NodeShopFolder in(Sandbox sandbox) throws IOException {
        NodeShopFolder folder = new NodeShopFolder(sandbox, Ports.free(SERVICES));
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).filter(NodeShopFolder::isOfTheExample).toList()) {
                sandbox.write(EXAMPLE.relativize(file).toString(), folder.moved(Files.readString(file)));
            }
        }
        return folder;
    }

    /** What a person's own use of the example leaves is not part of it. */
    private static boolean isOfTheExample(Path file) {
        String path = EXAMPLE.relativize(file).toString();
        return !path.startsWith(".brummer") && !path.contains("node_modules") && !path.equals("brummer.yaml");
    }

    private String moved(String text) {
        String moved = text;
        for (int i = 0; i < SERVICES; i++) {
            moved = moved.replaceAll("\\b" + (FIRST_PORT + i) + "\\b", ports.get(i).toString());
        }
        return moved;
    }

    /** The port of the service behind the first number, as the sources say it: 3004. */
    int port(int written) {
        return ports.get(written - FIRST_PORT);
    }

    /** A call on a machine without containers, with Node alone. */
    Call brum(String... arguments) {
        return sandbox.brum(arguments).env("DOCKER_HOST", "unix://" + sandbox.beside("no-engine"));
    }

    /** Orders something at the gateway; returns the status. */
    int order(String id, String card) throws IOException, InterruptedException {
        return order(id, card, "127.0.0.1");
    }

    /** The same for a client of another address. */
    int order(String id, String card, String client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.getFirst() + "/api/orders"))
                .header("x-request-id", id)
                .header("content-type", "application/json")
                .header("x-forwarded-for", client)
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"ok\",\"product\":1,\"card\":\"" + card + "\"}"))
                .build();
        try (HttpClient sender = HttpClient.newHttpClient()) {
            return sender.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}
