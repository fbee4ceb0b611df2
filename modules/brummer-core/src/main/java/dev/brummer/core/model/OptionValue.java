package dev.brummer.core.model;

import java.util.List;

/** The value of a plugin's option as the file gives it, with its variables not yet replaced. */
public sealed interface OptionValue {
    record Scalar(Template value) implements OptionValue {}

    record Sequence(List<Template> values) implements OptionValue {
        public Sequence {
            values = List.copyOf(values);
        }
    }
}
