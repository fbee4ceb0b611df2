package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Something that is called docker-compose and keeps a port open for all containers together, and the socket of an engine.
 * It needs Node.
 */
public final class PretendedCompose implements AutoCloseable {
    private static final int LINE = 1000;
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Sandbox sandbox;
    private final int port = Ports.free();
    private final Path sockets;
    private final ServerSocketChannel engine;

    private PretendedCompose(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        // The path of a socket has to be short.
        this.sockets = Files.createTempDirectory("engine");
        this.engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        // Nobody answers: whoever looks whether there is an engine waits in line.
        engine.bind(UnixDomainSocketAddress.of(sockets.resolve("engine")), LINE);
    }

    /** Writes the tool, and a Compose file in place of the one that is there. */
    public static PretendedCompose in(Sandbox sandbox) {
        try {
            PretendedCompose compose = new PretendedCompose(sandbox);
            compose.tool();
            return compose;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The containers are one program that outlives the tool, as those of an engine do. */
    private void tool() throws IOException {
        sandbox.write("docker-compose.yml", """
                services:
                  postgres: {image: registry.example/orders-store, ports: ["127.0.0.1:%d:5432"]}
                  mongodb: {image: mongo}
                  redis: {image: redis}
                  rabbitmq: {image: rabbitmq}
                """.formatted(port));
        Path tool = sandbox.beside("bin/docker-compose");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, """
                #!/bin/sh
                echo "$*" >> compose-calls
                case "$*" in
                'up -d '*)
                  kill -0 "$(cat container)" && exit
                  node -e "require('net').createServer(c => c.end()).listen(%d, '127.0.0.1')" & echo $! > container
                  ;;
                up) echo "postgres-1  | all containers run"; exec sleep 1000 ;;
                stop*) kill "$(cat container)" || true ;;
                ps*) echo "postgres running" ;;
                logs*) echo "postgres-1  | ready to accept connections"; exec sleep 1000 ;;
                esac
                """.formatted(port));
        Files.setPosixFilePermissions(tool, EXECUTABLE);
    }

    /** A terminal with a shell in the project's folder, where {@code ../bin/brum} finds the tool and an engine. */
    public TerminalWindow window(int columns, int rows) throws IOException {
        Path launcher = Files.writeString(sandbox.beside("bin/brum"), """
                #!/bin/sh
                PATH='%s' DOCKER_HOST='%s' exec "$BRUM" "$@"
                """.formatted(path(), engine("engine")));
        Files.setPosixFilePermissions(launcher, EXECUTABLE);
        return sandbox.window(columns, rows);
    }

    private String path() {
        return sandbox.beside("bin") + ":" + System.getenv("PATH");
    }

    private String engine(String socket) {
        return "unix://" + sockets.resolve(socket);
    }

    /** Has a call find the tool, and an engine. */
    public Call with(Call call) {
        return call.env("PATH", path()).env("DOCKER_HOST", engine("engine"));
    }

    /** Has a call find the tool, and no engine. */
    public Call withoutEngine(Call call) {
        return with(call).env("DOCKER_HOST", engine("none"));
    }

    /** What the tool was told so far. */
    public List<String> calls() {
        return sandbox.read("compose-calls").lines().toList();
    }

    @Override
    public void close() {
        try {
            engine.close();
            Files.delete(sockets.resolve("engine"));
            Files.delete(sockets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
