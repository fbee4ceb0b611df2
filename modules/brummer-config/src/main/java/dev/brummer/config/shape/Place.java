package dev.brummer.config.shape;

import dev.brummer.config.source.Span;

/**
 * Which value a message is about.
 *
 * @param owner what has the key: {@code service 'auth'}; empty at the top level
 * @param at where the key stands
 */
public record Place(String owner, String key, Span at) {
    @Override
    public String toString() {
        return owner.isEmpty() ? "'" + key + "'" : "'" + key + "' of " + owner;
    }
}
