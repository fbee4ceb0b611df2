package dev.brummer.it.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A project without a {@code brummer.yaml}, as its users have it: small Node services, and something that is called
 * docker-compose and keeps a port open for each container.
 */
public final class NodeProject implements AutoCloseable {
    /** What the folders below {@code services} are called. */
    public static final List<String> SERVICES = List.of(
            "api-gateway", "auth-service", "user-service", "product-service", "order-service", "payment-service",
            "notification");

    private final Sandbox sandbox;
    private final int port = Ports.free();
    private final Path sockets;
    private final ServerSocketChannel engine;

    private NodeProject(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        // The path of a socket has to be short.
        this.sockets = Files.createTempDirectory("engine");
        this.engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        engine.bind(UnixDomainSocketAddress.of(sockets.resolve("engine")));
    }

    /** Writes the services and the tool; skips the test where there is no Node. */
    public static NodeProject in(Sandbox sandbox) {
        assumeTrue(InstalledServers.program("node").isPresent() && InstalledServers.program("npm").isPresent(), "Node and npm are not installed");
        for (String service : SERVICES) {
            sandbox.write("services/" + service + "/package.json", """
                    {"name": "%s", "scripts": {"dev": "node index.js", "test": "node -e \\"console.log('tested %s')\\""}}
                    """.formatted(service, service));
            sandbox.write("services/" + service + "/index.js", """
                    console.log('%s runs for ' + process.env.NODE_ENV + ' as ' + process.env.npm_lifecycle_event);
                    process.on('SIGTERM', () => process.exit(0));
                    setInterval(() => {}, 1000);
                    """.formatted(service));
        }
        try {
            NodeProject project = new NodeProject(sandbox);
            project.tool();
            return project;
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
                up*)
                  node -e "require('net').createServer(c => c.end()).listen(%d, '127.0.0.1')" & echo $! > container
                  ;;
                stop*) kill "$(cat container)" ;;
                esac
                """.formatted(port));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Has a call find the tool, and an engine. */
    public Call with(Call call) {
        return call.env("PATH", sandbox.beside("bin") + ":" + System.getenv("PATH"))
                .env("DOCKER_HOST", "unix://" + sockets.resolve("engine"));
    }

    /** Has a call find the tool, and no engine. */
    public Call withoutEngine(Call call) {
        return with(call).env("DOCKER_HOST", "unix://" + sockets.resolve("none"));
    }

    /** What the tool was told so far. */
    public List<String> composeCalls() {
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
