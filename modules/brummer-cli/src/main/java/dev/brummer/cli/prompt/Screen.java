package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The terminal as the prompt draws on it. Safe for use by several threads. */
public interface Screen {
    /** The size of a terminal that does not say how large it is. */
    TerminalSize USUAL = new TerminalSize(80, 24);

    /** Whether colour is welcome. */
    boolean colour();

    /** How large it is at this moment; empty where it does not say. */
    Optional<TerminalSize> size();

    /** The same, with what is usual in place of what it does not say. */
    default TerminalSize sizeOrUsual() {
        return size().map(size -> new TerminalSize(size.columns(), size.rows() > 0 ? size.rows() : USUAL.rows()))
                .orElse(USUAL);
    }

    /**
     * Writes bytes as they are; nothing of another writer comes in between.
     *
     * @throws IOException if nobody is there to read them
     */
    void draw(ByteBuffer bytes) throws IOException;

    /** From now on hands frames of the stream to {@code footer} instead of writing them. */
    void attach(Footer footer);

    /** From now on writes frames of the stream itself again. */
    void detach();

    /** What stands below the stream. */
    @FunctionalInterface
    interface Footer {
        /**
         * Writes a frame above itself.
         *
         * @throws IOException if nobody is there to read it
         */
        void above(ByteBuffer frame) throws IOException;
    }
}
