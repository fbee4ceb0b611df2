package dev.brummer.logs.query;

/**
 * Tells which lines of one stream continue the line before, as those of a stack trace do. It sees every line of the
 * stream from some line on, in order; where that is in the middle of a trace, the rest of the trace may be taken for
 * lines of their own. For one thread.
 */
public interface Joiner {
    /** Takes the next line, {@code bytes[offset, offset + length)}; returns whether it belongs to the unit before. */
    boolean joins(byte[] bytes, int offset, int length);

    /**
     * Whether the lines that it has seen lately make what came before them irrelevant, and each of them is its own: so
     * that one that had seen more would say the same of the next.
     */
    default boolean isSettled() {
        return false;
    }

    /** Makes one for a stream. */
    @FunctionalInterface
    interface Maker {
        Joiner make();
    }
}
