package dev.brummer.process;

import java.io.Closeable;
import java.nio.channels.ReadableByteChannel;

/** What a run writes to and Brummer reads. Safe for use by several threads. */
sealed interface ChildStream extends Closeable permits ChildPipe, PseudoTerminal {
    /** What the system calls it where it shows a process's open files. */
    String inode();

    /** What the run writes; ends after {@link #finish()} once nobody else can write. */
    ReadableByteChannel source();

    /** Lets go of Brummer's own way to write: the source ends when nobody else has one. */
    void finish();
}
