package dev.brummer.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** A row of Linux's table of TCP sockets, proc_pid_net(5). */
final class SocketRow {
    private static final String LISTEN = "0A";
    private static final String ESTABLISHED = "01";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD_DIGITS = 8;

    private final String[] fields;

    private SocketRow(String[] fields) {
        this.fields = fields;
    }

    /** Hands over the sockets of a whole table; what is none, as its first row, is left out. */
    static void each(String table, Consumer<SocketRow> to) {
        table.lines().forEach(line -> {
            String[] fields = line.strip().split("\\s+", INODE + 2);
            if (fields.length > INODE) {
                to.accept(new SocketRow(fields));
            }
        });
    }

    boolean isListening() {
        return fields[STATE].equals(LISTEN);
    }

    boolean isEstablished() {
        return fields[STATE].equals(ESTABLISHED);
    }

    Platform.Listener listener() {
        return new Platform.Listener(port(fields[LOCAL]), inode());
    }

    Platform.Link link() {
        return new Platform.Link(end(fields[LOCAL]), end(fields[REMOTE]), inode());
    }

    private long inode() {
        return Long.parseLong(fields[INODE]);
    }

    private static Platform.Link.End end(String field) {
        return new Platform.Link.End(address(field.substring(0, field.indexOf(':'))), port(field));
    }

    private static int port(String field) {
        return Integer.parseInt(field, field.indexOf(':') + 1, field.length(), 16);
    }

    /** Words of four bytes, each in this machine's order. What is IPv4 in IPv6 is the same address as IPv4. */
    private static String address(String digits) {
        ByteBuffer bytes = ByteBuffer.allocate(digits.length() / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < digits.length(); at += WORD_DIGITS) {
            bytes.putInt(Integer.parseUnsignedInt(digits, at, at + WORD_DIGITS, 16));
        }
        try {
            return shortest(InetAddress.getByAddress(bytes.array()).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + digits, e);
        }
    }

    /** The first two zeros of an IPv6 address or more in a row are written as nothing, as people know {@code ::1}. */
    private static String shortest(String address) {
        return address.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }
}
