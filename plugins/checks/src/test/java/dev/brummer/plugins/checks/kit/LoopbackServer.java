package dev.brummer.plugins.checks.kit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server whose behaviour is a few lines of a test. The system chooses its port. */
public final class LoopbackServer implements Closeable {
    /** What it does with a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Conversation {
        void with(Socket client) throws IOException;
    }

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private LoopbackServer(ServerSocket socket, Conversation conversation) {
        this.socket = socket;
        Thread.ofPlatform().daemon().start(() -> serve(conversation));
    }

    public static LoopbackServer on(String address, Conversation conversation) throws IOException {
        return new LoopbackServer(listener(address, 0), conversation);
    }

    public static LoopbackServer with(ServerSocket socket, Conversation conversation) {
        return new LoopbackServer(socket, conversation);
    }

    public static LoopbackServer that(Conversation conversation) throws IOException {
        return on("127.0.0.1", conversation);
    }

    /** Reads a request and answers with {@code text}, whatever it may be. */
    public static LoopbackServer answering(String text) throws IOException {
        List<LoopbackServer> self = new CopyOnWriteArrayList<>();
        LoopbackServer server = that(client -> {
            self.getFirst().requests.add(readRequest(client));
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        });
        self.add(server);
        return server;
    }

    /** Answers with a status and a JSON body. */
    public static LoopbackServer json(int status, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return answering("HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** The head of a request, up to its empty line. */
    public static String readRequest(Socket client) throws IOException {
        InputStream input = client.getInputStream();
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("request ended early");
            }
            request.append((char) next);
        }
        return request.toString();
    }

    /** Returns when the client has ended the connection, after {@code millis} at the latest. */
    public static boolean leavesWithin(Socket client, int millis) throws IOException {
        client.setSoTimeout(millis);
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** A port on which nobody listens. */
    public static int closedPort() throws IOException {
        try (ServerSocket server = listener("127.0.0.1", 0)) {
            return server.getLocalPort();
        }
    }

    /** Like a program that knows nothing of SO_REUSEADDR. */
    public static ServerSocket listener(String address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(false);
        server.bind(new InetSocketAddress(address, port));
        return server;
    }

    public static boolean speaksIpv6() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it was asked, where it is an answering one. */
    public List<String> requests() {
        return requests;
    }

    private void serve(Conversation conversation) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                conversation.with(client);
            } catch (IOException e) {
                // The client's or the test's end of it.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
