package dev.brummer.api;

import java.util.List;

/**
 * A cause and what is behind it. Immutable.
 *
 * @param because what led to it, the weightiest first; empty at a root
 */
public record Why(Cause cause, List<Why> because) {
    public Why {
        because = List.copyOf(because);
    }
}
