package dev.brummer.config.shape;

import dev.brummer.config.source.Span;

/** A value and where it was written. */
public record Located<T>(T value, Span span) {}
