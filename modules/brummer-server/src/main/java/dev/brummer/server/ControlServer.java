package dev.brummer.server;

import com.sun.net.httpserver.HttpServer;
import dev.brummer.runtime.ControlDoor;
import dev.brummer.runtime.OwnedSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets other processes reach a session by HTTP, on a port of the loopback interface that the system chooses. */
final class ControlServer implements ControlDoor {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int TOKEN_BYTES = 32;
    private static final Path RANDOM = Path.of("/dev/urandom");

    /** What is on its way when the session is over: its last words, to those who follow. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Duration patience;

    ControlServer() {
        this(Limits.STUCK);
    }

    /** @param patience how long a client may take nothing */
    ControlServer(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Opened open(Path own) throws IOException {
        Limits.apply();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        int port = server.getAddress().getPort();
        ControlFile file = new ControlFile("http://127.0.0.1:" + port, token(), ProcessHandle.current().pid());
        CompletableFuture<OwnedSession> session = new CompletableFuture<>();
        // A client that follows takes a thread for as long as it likes; these cost next to nothing.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        StuckClients clients = new StuckClients(patience);
        server.createContext("/", new Answers(new Doorkeeper(file.token(), port), clients, session));
        server.start();
        file.write(own);
        return new Open(server, threads, clients, file, own, session);
    }

    /** From urandom(4), as the JDK's own takes it: that one needs 8 ms to find its provider first. */
    private static String token() throws IOException {
        try (InputStream random = Files.newInputStream(RANDOM)) {
            byte[] bytes = random.readNBytes(TOKEN_BYTES);
            if (bytes.length < TOKEN_BYTES) {
                throw new IOException(RANDOM + " gives no more than " + bytes.length + " bytes");
            }
            return HexFormat.of().formatHex(bytes);
        }
    }

    private record Open(
            HttpServer server,
            ExecutorService threads,
            StuckClients clients,
            ControlFile file,
            Path own,
            CompletableFuture<OwnedSession> session)
            implements Opened {
        @Override
        public void serve(OwnedSession served) {
            session.complete(served);
        }

        @Override
        public void close() throws IOException {
            try (clients) {
                file.remove(own);
                clients.awaitNone(LAST_WORDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                server.stop(0);
                threads.shutdownNow();
            }
        }
    }
}
