import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers every GET as a healthy service does. Prints the port that the system chose for it. */
final class HealthServer {
    private static final byte[] HEALTHY =
            "{\"status\":\"healthy\",\"dependencies\":{\"database\":true,\"broker\":\"up\"}}".getBytes(StandardCharsets.UTF_8);

    private HealthServer() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, HEALTHY.length);
            exchange.getResponseBody().write(HEALTHY);
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
