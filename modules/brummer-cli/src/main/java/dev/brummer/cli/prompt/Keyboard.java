package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalMode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a person types. Safe for use by several threads. */
public interface Keyboard extends Closeable {
    /**
     * Waits for keys.
     *
     * @return how many bytes there are; -1 if there will be none any more
     * @throws IOException if this process is in the background, if the terminal is gone, or once this is closed
     */
    int read(ByteBuffer keys) throws IOException;

    /** Whether what is typed is meant for this process. */
    TerminalMode.Place place();

    /** Hands on each key at once, and echoes none. Only for the foreground. */
    void keyByKey();

    /** Undoes that. Only for the foreground. */
    void restore();

    /** Wakes who waits for keys. A thread that is left waiting would hold up the end of the JVM by 0.3 s. */
    @Override
    void close() throws IOException;
}
