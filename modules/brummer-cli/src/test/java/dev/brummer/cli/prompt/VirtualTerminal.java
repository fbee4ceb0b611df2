package dev.brummer.cli.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.process.TerminalMode.Place;
import dev.brummer.process.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/** A terminal whose screen can be read and whose keys can be pressed. */
final class VirtualTerminal implements Screen, Keyboard {
    private static final byte[] GONE = {};

    private final ScreenTerminal shown = new ScreenTerminal(60, 12);
    private final List<String> draws = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final BlockingQueue<byte[]> pressed = new LinkedBlockingQueue<>();
    private volatile Place place = Place.FOREGROUND;
    private volatile @Nullable Footer footer;
    private volatile boolean broken;
    private volatile boolean closed;

    /** What its screen shows, without what is blank at the end. */
    String text() {
        return shown.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n").strip();
    }

    String lastLine() {
        return text().lines().reduce("", (_, last) -> last);
    }

    /** What was written in one go, each time. */
    synchronized List<String> draws() {
        return List.copyOf(draws);
    }

    /** What was done to its mode. */
    synchronized List<String> modes() {
        return List.copyOf(modes);
    }

    boolean attached() {
        return footer != null;
    }

    /** A frame of the stream comes. */
    void frame(String lines) throws IOException {
        ByteBuffer frame = UTF_8.encode(lines);
        Footer below = footer;
        if (below == null) {
            draw(frame);
        } else {
            below.above(frame);
        }
    }

    VirtualTerminal press(String keys) {
        pressed.add(keys.getBytes(UTF_8));
        return this;
    }

    /** The person has gone, and the terminal with them. */
    void hangUp() {
        pressed.add(GONE);
    }

    /** Its shell gives it to this process or to another. Whoever reads meanwhile comes to know. */
    void give(Place to) {
        place = to;
        pressed.add(new byte[] {});
    }

    void resize(int columns, int rows) {
        shown.setSize(columns, rows);
    }

    /** From now on nothing can be drawn on it. */
    void breakScreen() {
        broken = true;
    }

    void await(BooleanSupplier condition) {
        org.awaitility.Awaitility.await(text())
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(condition::getAsBoolean);
    }

    void awaitLastLine(String line) {
        try {
            await(() -> lastLine().equals(line));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("waited for '" + line + "' below:\n" + text(), e);
        }
    }

    @Override
    public boolean colour() {
        return false;
    }

    @Override
    public Optional<TerminalSize> size() {
        return Optional.of(new TerminalSize(shown.getColumns(), shown.getRows()));
    }

    @Override
    public synchronized void draw(ByteBuffer bytes) throws IOException {
        if (broken) {
            throw new IOException("Broken pipe");
        }
        String text = UTF_8.decode(bytes).toString();
        draws.add(text);
        boolean ignored = shown.write(text.replace("\n", "\r\n"));
    }

    @Override
    public void attach(Footer below) {
        footer = below;
    }

    @Override
    public void detach() {
        footer = null;
    }

    @Override
    public int read(ByteBuffer keys) throws IOException {
        byte[] some = next();
        keys.put(some);
        return some.length == 0 ? -1 : some.length;
    }

    /** As the kernel does where SIGTTIN is blocked. */
    private byte[] next() throws IOException {
        try {
            byte[] keys = pressed.take();
            if (place == Place.BACKGROUND) {
                throw new IOException("Input/output error");
            }
            return keys.length == 0 && keys != GONE ? next() : keys;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        }
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public synchronized void keyByKey() {
        modes.add("key by key");
    }

    @Override
    public synchronized void restore() {
        modes.add("restored");
    }

    /** Whether whoever waited for keys has been woken. */
    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }
}
