package dev.brummer.plugins.checks.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a check asks.
 *
 * @param host a name or an address without brackets; empty for this machine, on 127.0.0.1 and then on ::1
 */
public record Endpoint(Optional<String> host, int port) {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:(?:\\[([^\\]]+)]|([^:/\\s]+))?:)?(\\d{1,5})");

    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("there is no port " + port + "; ports are 1 to 65535");
        }
    }

    public static Endpoint local(int port) {
        return new Endpoint(Optional.empty(), port);
    }

    /** Reads {@code 5432}, {@code :5432}, {@code host:5432} or {@code [::1]:5432}. */
    public static Endpoint parse(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a port like 5432 nor a host and a port like db.local:5432");
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new Endpoint(Optional.ofNullable(host), Integer.parseInt(parts.group(3)));
    }

    /** The first of the addresses that accepts a connection; the fault of the first if none does. */
    public Socket connect(Deadline deadline) throws IOException {
        IOException first = null;
        for (InetAddress address : addresses()) {
            try {
                return connect(new InetSocketAddress(address, port), deadline);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new UnknownHostException(label()) : first;
    }

    private static Socket connect(InetSocketAddress address, Deadline deadline) throws IOException {
        // Else the JDK works out for each connection which proxy might be meant.
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(address, deadline.millisLeft());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw Sentence.about(e, label(address), deadline);
        }
    }

    private List<InetAddress> addresses() throws IOException {
        if (host.isEmpty()) {
            return List.of(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                    InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
        }
        try {
            return List.of(InetAddress.getAllByName(host.get()));
        } catch (UnknownHostException e) {
            throw new IOException("unknown host '" + host.get() + "'", e);
        }
    }

    /** What a person knows it as: {@code localhost:3001}. */
    public String label() {
        return label(host.orElse("localhost"), port);
    }

    /** The address at the other end of {@code socket}. */
    public static String label(Socket socket) {
        return socket.getRemoteSocketAddress() instanceof InetSocketAddress address ? label(address) : "the target";
    }

    private static String label(InetSocketAddress address) {
        @Nullable InetAddress ip = address.getAddress();
        return label(ip == null ? address.getHostString() : shortest(ip.getHostAddress()), address.getPort());
    }

    private static String label(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String shortest(String ip) {
        return ip.equals("0:0:0:0:0:0:0:1") ? "::1" : ip;
    }
}
