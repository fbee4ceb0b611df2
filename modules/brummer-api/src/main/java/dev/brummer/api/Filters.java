package dev.brummer.api;

import java.util.Optional;

/**
 * The queries that choose what of a stream is seen, as normalised text: what two people typed differently and means the
 * same looks the same. Immutable.
 *
 * @param shown lines must match this; empty where any line will do
 * @param hidden lines must not match this; empty where none is hidden
 */
public record Filters(Optional<String> shown, Optional<String> hidden) {
    /** Everything is seen. */
    public static final Filters NONE = new Filters(Optional.empty(), Optional.empty());
}
