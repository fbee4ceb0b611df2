package dev.brummer.cli.prompt;

import dev.brummer.api.StreamView;
import dev.brummer.process.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * The line below the stream. A thread of its own makes it and reads what is typed; frames pass above it. While the
 * process is stopped or in the background, the terminal is as it was found, and the stream goes on without a prompt.
 * Safe for use by several threads.
 */
public final class Prompt implements Screen.Footer, AutoCloseable {
    private final Screen screen;
    private final Keyboard keyboard;
    private final Foreground foreground;
    private final ForegroundKeys keys;
    private final EditorSetup setup;
    private final Dialogue dialogue;
    private final HistoryFile history;
    private final TerminalHold hold;
    private volatile List<BegunLine> begun = List.of();
    private volatile @Nullable LineEditor editor;

    /**
     * @param terminalType as {@code TERM} says it
     * @param history the file that keeps what is typed
     */
    public Prompt(
            Screen screen,
            Keyboard keyboard,
            String terminalType,
            StreamView view,
            SlashCommands commands,
            Path history) {
        this(
                screen,
                keyboard,
                new EditorSetup(screen, terminalType, commands),
                new Dialogue(view, commands),
                new HistoryFile(history));
    }

    Prompt(Screen screen, Keyboard keyboard, EditorSetup setup, Dialogue dialogue, HistoryFile history) {
        this.screen = screen;
        this.keyboard = keyboard;
        this.hold = new TerminalHold(keyboard);
        this.foreground = new Foreground(keyboard);
        this.keys = new ForegroundKeys(keyboard, foreground);
        this.setup = setup;
        this.dialogue = dialogue;
        this.history = history;
    }

    /** Begins; returns at once. */
    public void start() {
        DaemonThreads.start("prompt", this::run);
    }

    private void run() {
        if (!foreground.await()) {
            return;
        }
        // Before the editor is there: what is typed meanwhile is not echoed into the stream.
        boolean ignored = hold.take();
        try {
            LineEditor made = setup.make(keys);
            if (hold.serve(made)) {
                editor = made;
                stand();
                screen.attach(this);
                new Conversation(made, keys, dialogue, history, screen).run();
            }
        } catch (IOException nobodyReads) {
            // The stream meets the same, and ends the session.
        } finally {
            close();
        }
    }

    @Override
    public void above(ByteBuffer frame) throws IOException {
        LineEditor current = editor;
        if (current == null) {
            screen.draw(frame);
            return;
        }
        int begin = frame.position();
        try {
            current.above(frame);
        } catch (RuntimeException e) {
            // A fault of the line editor must not take the stream with it.
            close();
            screen.draw(frame.position(begin));
            screen.draw(StandardCharsets.UTF_8.encode("brum: the prompt broke and is gone: " + e + "\n"));
        }
    }

    /**
     * Shows the lines that services have begun and not ended, in place of those before.
     *
     * @param lines the oldest first
     */
    public void stand(List<BegunLine> lines) {
        begun = lines;
        stand();
    }

    private void stand() {
        LineEditor current = editor;
        if (current != null) {
            try {
                current.stand(standing());
            } catch (IOException nobodyReads) {
                // The stream meets the same, and ends the session.
            }
        }
    }

    private AttributedString standing() {
        return Standing.of(begun, screen.sizeOrUsual(), screen.colour());
    }

    /** The terminal has another size. */
    public void resized() {
        LineEditor current = editor;
        if (current != null) {
            current.resized(standing());
        }
    }

    /** The process is going to be stopped: leaves the terminal as it was found. */
    public void suspended() {
        hold.leave();
    }

    /** The process runs again. Returns once it is in the foreground and has its prompt again. */
    public void continued() {
        if (!hold.take() && foreground.await()) {
            boolean ignored = hold.take();
        }
        foreground.look();
    }

    /** Leaves the terminal as it was found, for good. */
    @Override
    public void close() {
        hold.end();
        screen.detach();
        try {
            keyboard.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the keyboard", e);
        }
    }
}
