package dev.brummer.cli.prompt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's editor, which lets frames of bytes pass above what is being typed, and steps aside while the terminal is
 * somebody else's. Safe for use by several threads; one of them reads lines.
 */
class LineEditor extends LineReaderImpl {
    private final Drawing drawing;
    private AttributedString standing = AttributedString.EMPTY;
    private AttributedString label = AttributedString.EMPTY;
    private boolean aside;

    LineEditor(HeldTerminal terminal, Drawing drawing) {
        super(terminal, "brum", null);
        this.drawing = drawing;
    }

    /**
     * Takes the line away, writes a frame, and draws the line again below it: all in one write.
     *
     * @throws IOException if nobody is there to read it
     */
    void above(ByteBuffer frame) throws IOException {
        lock.lock();
        try {
            drawing.hold();
            boolean shown = reading && !aside;
            if (shown) {
                erase();
            }
            drawing.add(frame);
            if (shown) {
                redisplay(false);
                terminal.flush();
            }
            drawing.draw();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows lines above the label, in place of those before, until it is told others.
     *
     * @param lines each with a line end
     */
    void stand(AttributedString lines) throws IOException {
        lock.lock();
        try {
            if (!lines.equals(standing)) {
                compose(lines);
                drawing.hold();
                if (reading && !aside) {
                    redisplay(false);
                    terminal.flush();
                }
                drawing.draw();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void setPrompt(String pattern) {
        lock.lock();
        try {
            super.setPrompt(pattern);
            label = prompt;
            compose(standing);
        } finally {
            lock.unlock();
        }
    }

    private void compose(AttributedString lines) {
        standing = lines;
        prompt = AttributedString.join(AttributedString.EMPTY, standing, label);
    }

    /**
     * Follows the size of the terminal.
     *
     * @param lines those above the label, as they fit now
     */
    void resized(AttributedString lines) {
        lock.lock();
        try {
            compose(lines);
            if (reading && !aside) {
                handleSignal(Signal.WINCH);
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the line away, and draws nothing more. */
    void stepAside() {
        lock.lock();
        try {
            if (!aside && reading) {
                erase();
                terminal.puts(Capability.keypad_local);
                terminal.writer().write(BRACKETED_PASTE_OFF);
                terminal.flush();
            }
            aside = true;
            drawing.mute(true);
        } finally {
            lock.unlock();
        }
    }

    /** Draws the line again. */
    void stepBack() {
        lock.lock();
        try {
            aside = false;
            drawing.mute(false);
            if (reading) {
                terminal.puts(Capability.keypad_xmit);
                terminal.writer().write(BRACKETED_PASTE_ON);
                handleSignal(Signal.WINCH);
                redrawLine();
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
    }

    private void erase() {
        display.update(List.of(), 0, false);
        terminal.flush();
    }
}
