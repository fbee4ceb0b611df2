package dev.brummer.it.child;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small HTTP service: {@code Web PORT [FILE]}. It answers {@code /health} as the file says, which holds a status and
 * a body: {@code 503 {"status":"down"}}. Without the file it is well.
 */
public final class Web {
    private final Path answer;

    private Web(Path answer) {
        this.answer = answer;
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Web web = new Web(Path.of(arguments.length > 1 ? arguments[1] : "no-such-file"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", web::health);
        server.start();
        System.out.println("serving on " + port);
    }

    private void health(HttpExchange exchange) throws IOException {
        String text = Files.exists(answer) ? Files.readString(answer) : "200 {\"status\":\"ok\"}";
        byte[] body = text.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(text.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The command that runs it, for a shell or as a YAML string. */
    public static String command(Object... arguments) {
        Path classes = Path.of(System.getProperty("user.dir"), "target/test-classes");
        StringBuilder line = new StringBuilder(System.getProperty("java.home"))
                .append("/bin/java -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp ")
                .append(classes)
                .append(' ')
                .append(Web.class.getName());
        for (Object argument : arguments) {
            line.append(' ').append(argument);
        }
        return line.toString();
    }
}
