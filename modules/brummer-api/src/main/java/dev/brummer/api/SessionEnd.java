package dev.brummer.api;

/** How a session ended. */
public enum SessionEnd {
    /** As it was asked to. */
    AS_ASKED,
    /** A service failed. */
    FAILED,
    /** Not everything was ready in the time given. */
    TIMED_OUT
}
