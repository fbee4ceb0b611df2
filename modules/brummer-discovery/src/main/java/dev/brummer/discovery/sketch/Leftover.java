package dev.brummer.discovery.sketch;

import dev.brummer.config.source.Span;

/**
 * Something that was found and could not be carried over.
 *
 * @param at where it stands
 * @param what it is and why it stays behind, one sentence without a full stop
 * @param instead what to do about it; may be empty
 */
public record Leftover(Span at, String what, String instead) {}
