package dev.brummer.process;

import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Connection.Side;
import dev.brummer.core.engine.Engine.RunHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the connections of runs among the sockets of the machine. Used once. */
final class ConnectionSearch {
    private final Platform.Sockets sockets;
    private final Map<Long, RunHandle> owners;
    private final Set<Integer> listened = new HashSet<>();
    private final Map<Integer, RunHandle> listeners = new HashMap<>();
    private final Map<Ends, Platform.Link> links = new HashMap<>();

    private record Ends(Platform.Link.End local, Platform.Link.End remote) {}

    /** @param owners whose processes hold a socket, by its inode */
    ConnectionSearch(Platform.Sockets sockets, Map<Long, RunHandle> owners) {
        this.sockets = sockets;
        this.owners = owners;
        for (Platform.Listener listener : sockets.listeners()) {
            listened.add(listener.port());
            Optional.ofNullable(owners.get(listener.inode())).ifPresent(run -> listeners.put(listener.port(), run));
        }
        sockets.links().forEach(link -> links.put(new Ends(link.local(), link.remote()), link));
    }

    List<Connection> found() {
        // Several processes may hold one socket; where that shows as several rows, they are the same connection.
        Set<Connection> found = new LinkedHashSet<>();
        for (Platform.Link link : sockets.links()) {
            RunHandle run = owners.get(link.inode());
            if (run != null) {
                connection(run, link).ifPresent(found::add);
            }
        }
        return new ArrayList<>(found);
    }

    /** Empty for the server's side of a connection that the client's side tells. */
    private Optional<Connection> connection(RunHandle run, Platform.Link link) {
        Platform.Link other = links.get(new Ends(link.remote(), link.local()));
        Side side = isServer(link, other) ? Side.SERVER : Side.CLIENT;
        Optional<RunHandle> remote = remoteRun(link, other);
        return side == Side.SERVER && remote.isPresent()
                ? Optional.empty()
                : Optional.of(new Connection(
                        run, side, link.local().port(), link.remote().address(), link.remote().port(), remote));
    }

    /** The end with the port that is listened on. Where both ports are, or neither is any longer, the smaller one was. */
    private boolean isServer(Platform.Link link, Platform.@Nullable Link other) {
        boolean here = listened.contains(link.local().port());
        boolean there = other != null && listened.contains(link.remote().port());
        return here == there ? other != null && link.local().port() < link.remote().port() : here;
    }

    /** A connection that waits to be accepted belongs to whoever listens. */
    private Optional<RunHandle> remoteRun(Platform.Link link, Platform.@Nullable Link other) {
        if (other != null && other.inode() != 0) {
            return Optional.ofNullable(owners.get(other.inode()));
        }
        boolean onThisMachine =
                link.remote().isLoopback() || link.remote().address().equals(link.local().address());
        return onThisMachine ? Optional.ofNullable(listeners.get(link.remote().port())) : Optional.empty();
    }
}
