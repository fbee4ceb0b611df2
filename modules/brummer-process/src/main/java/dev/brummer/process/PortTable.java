package dev.brummer.process;

import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.StartFailedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which ports are listened on, and by whom. Read from the system's table and never found out by connecting: a connection
 * that is open when a server dies makes its next bind fail.
 */
final class PortTable {
    private final Platform platform;

    PortTable(Platform platform) {
        this.platform = platform;
    }

    /**
     * Whether processes among {@code pids} listen on each of {@code ports}; reads no more than it must.
     *
     * @throws IOException if that could not be read; so for all that this table is asked
     */
    boolean listens(List<Integer> ports, Supplier<Set<Long>> pids) throws IOException {
        List<Platform.Listener> listeners = platform.listeners();
        Set<Integer> open = listeners.stream().map(Platform.Listener::port).collect(Collectors.toSet());
        if (!open.containsAll(ports)) {
            return false;
        }
        Set<Long> members = pids.get();
        for (int port : ports) {
            if (platform.holders(inodes(listeners, port), members).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The first of {@code ports} that nobody listens on. */
    Optional<Integer> firstClosed(List<Integer> ports) throws IOException {
        Set<Integer> open = platform.listeners().stream().map(Platform.Listener::port).collect(Collectors.toSet());
        return ports.stream().filter(port -> !open.contains(port)).findFirst();
    }

    /** Whose run a process belongs to; empty for a stranger. */
    @FunctionalInterface
    interface Owners {
        Optional<String> of(long pid);
    }

    /** @throws StartFailedException if somebody listens on one of the ports; names the port, and explains who it is */
    void requireFree(String service, List<Integer> ports, Owners owners) throws StartFailedException, IOException {
        if (ports.isEmpty()) {
            return;
        }
        List<Platform.Listener> listeners = platform.listeners();
        for (int port : ports) {
            Set<Long> inodes = inodes(listeners, port);
            if (!inodes.isEmpty()) {
                throw new StartFailedException(
                        "port " + port + " is taken",
                        "port " + port + ", claimed by " + service + ", is held by " + owner(inodes, owners)
                                + "; stop that, change 'ports', or, if that is " + service + ", say so: --external "
                                + service);
            }
        }
    }

    /** The ports that each group of processes listens on; looks at every process once. */
    <T> Map<T, Set<Integer>> openOf(Map<T, Set<Long>> pids) throws IOException {
        Map<Long, Integer> ports = new HashMap<>();
        platform.listeners().forEach(listener -> ports.put(listener.inode(), listener.port()));
        Map<T, Set<Integer>> open = new HashMap<>();
        for (var group : pids.entrySet()) {
            Set<Integer> own = new HashSet<>();
            for (long inode : platform.sockets(group.getValue())) {
                Optional.ofNullable(ports.get(inode)).ifPresent(own::add);
            }
            open.put(group.getKey(), own);
        }
        return open;
    }

    /** The established connections of each run; looks at every process once. */
    List<Connection> connections(Map<RunHandle, Set<Long>> pids) throws IOException {
        Map<Long, RunHandle> owners = new HashMap<>();
        for (var run : pids.entrySet()) {
            platform.sockets(run.getValue()).forEach(inode -> owners.putIfAbsent(inode, run.getKey()));
        }
        return new ConnectionSearch(platform.tcp(), owners).found();
    }

    /** Who listens on a port, for a person. */
    Optional<String> holder(int port, Owners owners) throws IOException {
        Set<Long> inodes = inodes(platform.listeners(), port);
        return inodes.isEmpty() ? Optional.empty() : Optional.of(owner(inodes, owners));
    }

    private String owner(Set<Long> inodes, Owners owners) throws IOException {
        Set<Long> everybody = platform.processes().stream().map(ProcessEntry::pid).collect(Collectors.toSet());
        return platform.holders(inodes, everybody).stream()
                .flatMap(pid -> platform.describe(pid)
                        .map(words -> owners.of(pid).map(ours -> "service " + ours + ": " + words).orElse(words))
                        .stream())
                .findFirst()
                .orElse("another program");
    }

    private static Set<Long> inodes(List<Platform.Listener> listeners, int port) {
        Set<Long> inodes = new HashSet<>();
        for (Platform.Listener listener : listeners) {
            if (listener.port() == port) {
                inodes.add(listener.inode());
            }
        }
        return inodes;
    }

    /** A port that nobody listens on and that is not among {@code taken}. */
    static int free(Set<Integer> taken) throws IOException {
        while (true) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress("127.0.0.1", 0));
                if (!taken.contains(probe.getLocalPort())) {
                    return probe.getLocalPort();
                }
            }
        }
    }
}
