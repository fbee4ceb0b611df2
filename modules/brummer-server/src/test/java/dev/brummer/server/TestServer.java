package dev.brummer.server;

import dev.brummer.runtime.ControlDoor;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A control server with a session that only pretends, and requests to it byte by byte. */
final class TestServer implements AutoCloseable {
    final PretendedSession session;
    final Path own;
    private final ControlDoor.Opened door;
    private final ControlFile file;

    /** @param stuck how long a client may take nothing */
    TestServer(Path own, Duration stuck) throws IOException {
        this.own = own;
        this.session = new PretendedSession(own);
        this.door = new ControlServer(stuck).open(own);
        this.door.serve(session);
        this.file = ControlFile.read(own).orElseThrow();
    }

    TestServer(Path own) throws IOException {
        this(own, Limits.STUCK);
    }

    String token() {
        return file.token();
    }

    int port() {
        return URI.create(file.endpoint()).getPort();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        return socket;
    }

    /** The head of a request as it should be, without its last line. */
    String head(String request) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nAuthorization: Bearer " + token() + "\r\n";
    }

    Answered get(String target) throws IOException {
        return send(head("GET " + target) + "Connection: close\r\n\r\n");
    }

    Answered post(String target, String json) throws IOException {
        return send(head("POST " + target) + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    /** Sends bytes as they are, and reads until the other side closes. */
    Answered send(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            return Answered.of(socket.getInputStream());
        }
    }

    /** What came back; all of it is empty where the connection was closed without an answer. */
    record Answered(int status, String head, String body) {
        static Answered of(InputStream in) throws IOException {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (all.isEmpty()) {
                return new Answered(0, "", "");
            }
            int end = all.indexOf("\r\n\r\n");
            return new Answered(Integer.parseInt(all.split(" ", 3)[1]), all.substring(0, end), all.substring(end + 4));
        }
    }

    /** Lets the server go, as at the end of a session. */
    void closeDoor() throws IOException {
        door.close();
    }

    @Override
    public void close() throws IOException {
        session.close();
        door.close();
    }
}
