package dev.brummer.discovery.shell;

/** What stands behind a step. */
public enum Joint {
    /** {@code &&}: the next one follows if this one went well. */
    AND,
    /** {@code ||}: the next one follows if this one did not. */
    OR,
    /** {@code ;} or the end of a line: the next one follows. */
    THEN,
    /** {@code &}: nobody waits for this one. */
    BESIDE,
    /** Nothing. */
    END
}
