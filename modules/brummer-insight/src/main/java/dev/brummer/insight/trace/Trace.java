package dev.brummer.insight.trace;

/** A trace that has begun. For one thread. */
interface Trace {
    /** Whether the trace goes on with this line; after false it has ended. */
    boolean takes(Line line);
}
