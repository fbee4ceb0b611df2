package dev.brummer.core.engine;

/** What the processes of a run have on their standard streams. */
public enum StreamMode {
    /** A pipe for each stream they write; what they read is silent and never ends. */
    PIPES,
    /** A terminal for all three, which is a {@link RunTerminal} on the other side. What they write is one stream. */
    TERMINAL,
    /**
     * Those of this process, whose session and foreground they are in too: what is typed is theirs, and so are the signals of
     * the terminal, which this process gets as well.
     */
    INHERITED
}
