package dev.brummer.plugins.checks.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/** A connection whose every read ends in time, and that leaves nothing behind which would keep a port taken. */
public final class Connection implements Closeable {
    private static final int FAREWELL_MILLIS = 50;
    private static final int QUOTED_BYTES = 40;
    private static final int FAREWELL_BYTES = 256 * 1024;

    private final Socket socket;
    private final Socket layer;
    private final Deadline deadline;
    private final InputStream input;
    private boolean heard;
    private boolean ended;

    private Connection(Socket socket, Socket layer, Deadline deadline) throws IOException {
        this.socket = socket;
        this.layer = layer;
        this.deadline = deadline;
        this.input = new TimedInput(layer.getInputStream());
    }

    public static Connection open(Endpoint endpoint, TlsMode tls, Deadline deadline) throws IOException {
        Socket socket = endpoint.connect(deadline);
        try {
            return new Connection(socket, layer(socket, endpoint, tls, deadline), deadline);
        } catch (IOException e) {
            String where = Endpoint.label(socket);
            socket.close();
            throw Sentence.about(e, where, deadline);
        }
    }

    private static Socket layer(Socket socket, Endpoint endpoint, TlsMode tls, Deadline deadline) throws IOException {
        return switch (tls) {
            case NONE -> socket;
            case VERIFIED -> TlsLayer.verified(socket, endpoint, deadline);
            case INSECURE -> TlsLayer.insecure(socket, endpoint, deadline);
        };
    }

    /** Sends all of {@code bytes}; what comes from now on is the answer to them. */
    public void send(byte[] bytes) throws IOException {
        heard = false;
        layer.getOutputStream().write(bytes);
        layer.getOutputStream().flush();
    }

    public InputStream input() {
        return input;
    }

    /**
     * The next {@code count} bytes. Whoever takes the count from an answer has to bound it first.
     *
     * @throws EOFException if the other side closes the connection before
     */
    public byte[] read(int count) throws IOException {
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /**
     * Says that the other side speaks something else than was expected.
     *
     * @param protocol what was expected: {@code redis}
     * @param begun what was already read of it
     */
    public IOException unlike(String protocol, byte... begun) throws IOException {
        byte[] rest = input.readNBytes(Math.min(input.available(), QUOTED_BYTES));
        String said = new String(begun, US_ASCII) + new String(rest, US_ASCII);
        String quote = PlainText.oneLine(said.replace('\ufffd', ' '), QUOTED_BYTES);
        return new IOException("no " + protocol + " answer but "
                + (quote.isEmpty() ? "nothing readable" : "'" + quote + "'"));
    }

    /** Says what went wrong while an answer was awaited. */
    IOException about(IOException fault) {
        return fault instanceof EOFException && heard
                ? new IOException("connection to " + peer() + " closed in the middle of an answer", fault)
                : Sentence.about(fault, peer(), deadline);
    }

    /** Who is at the other end. */
    public String peer() {
        return Endpoint.label(socket);
    }

    /**
     * Waits a moment for the other side to end the connection, reading off what it still sends, so that it never meets
     * a broken connection while it believes in it.
     */
    public void awaitEnd() {
        try {
            byte[] scrap = new byte[8192];
            Deadline farewell = Deadline.within(Duration.ofMillis(FAREWELL_MILLIS));
            for (int total = 0; !ended && total < FAREWELL_BYTES; ) {
                layer.setSoTimeout(Math.min(farewell.millisLeft(), deadline.millisLeft()));
                int count = layer.getInputStream().read(scrap);
                ended = count < 0;
                total += count;
            }
        } catch (IOException e) {
            // What was asked is answered; how the farewell goes changes nothing.
        }
    }

    /**
     * Where the other side has closed, a reset takes the last state off its port, which could not be bound for a minute
     * otherwise; where it has not, closing first has the same effect.
     */
    @Override
    public void close() throws IOException {
        if (ended) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }

    /** Reads that give up when the time of the asking is over, however often a byte arrives. */
    private final class TimedInput extends InputStream {
        private final InputStream source;
        private final byte[] buffer = new byte[8192];
        private int next;
        private int end;

        TimedInput(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, end - next);
            System.arraycopy(buffer, next, target, offset, count);
            next += count;
            return count;
        }

        @Override
        public int available() {
            return end - next;
        }

        private boolean fill() throws IOException {
            if (next < end) {
                return true;
            }
            if (ended) {
                return false;
            }
            layer.setSoTimeout(deadline.millisLeft());
            next = 0;
            end = Math.max(0, source.read(buffer));
            ended = end == 0;
            heard |= !ended;
            return !ended;
        }
    }
}
