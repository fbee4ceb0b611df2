package dev.brummer.it.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands for an engine that runs containers: it belongs to nobody's run, takes orders from a command, and what it runs
 * outlives that command. Its one container is a port that accepts connections.
 */
public final class ContainerEngine implements AutoCloseable {
    private final ServerSocket door;
    private final int port = Ports.free();
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private Optional<ServerSocket> container = Optional.empty();

    private ContainerEngine(ServerSocket door) {
        this.door = door;
    }

    /** Writes its command into a project: {@code ./docker-compose up -d db}. */
    public static ContainerEngine beside(Sandbox sandbox) throws IOException {
        ContainerEngine engine = new ContainerEngine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        boolean executable = sandbox.write("docker-compose", """
                #!/bin/bash
                exec 3<>/dev/tcp/127.0.0.1/%d || exit 1
                echo "$*" >&3
                read -r answer <&3
                echo "$answer"
                """.formatted(engine.door.getLocalPort())).toFile().setExecutable(true);
        if (!executable) {
            throw new IOException("the command of the engine cannot be made executable");
        }
        Thread.ofVirtual().name("engine").start(engine::takeOrders);
        return engine;
    }

    /** The port of its container. */
    public int port() {
        return port;
    }

    /** What it was asked for, in order. */
    public List<String> orders() {
        return orders;
    }

    private void takeOrders() {
        try {
            while (true) {
                try (Socket client = door.accept()) {
                    take(client);
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Socket client) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String order = String.valueOf(reader.readLine());
        if (order.startsWith("stop")) {
            halt();
        }
        orders.add(order);
        client.getOutputStream().write(("done: " + order + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The container is there: what an engine takes its time for, after the order. */
    public synchronized void serve() throws IOException {
        container = Optional.of(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    public synchronized boolean isServing() {
        return container.isPresent();
    }

    private synchronized void halt() throws IOException {
        if (container.isPresent()) {
            container.get().close();
            container = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        halt();
    }
}
