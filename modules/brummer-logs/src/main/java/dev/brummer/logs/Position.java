package dev.brummer.logs;

/**
 * A place between two entries.
 *
 * @param offset where in the segment the next frame begins
 * @param sequence the number of the next entry
 */
record Position(Segment segment, long offset, long sequence) {}
