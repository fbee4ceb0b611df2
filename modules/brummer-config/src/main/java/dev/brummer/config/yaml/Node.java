package dev.brummer.config.yaml;

import dev.brummer.config.source.Span;

/** A part of a YAML file. */
public sealed interface Node permits Scalar, Sequence, Mapping {
    /** Where it stands. */
    Span span();

    /** Whether it is nothing: left empty, or written {@code null} or {@code ~}. */
    default boolean isNull() {
        return false;
    }

    /** What it is, as a message says it. */
    String kind();
}
