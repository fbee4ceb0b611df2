package dev.brummer.config.yaml;

import dev.brummer.config.source.Span;
import java.util.List;

/** A list. */
public record Sequence(Span span, List<Node> items) implements Node {
    @Override
    public String kind() {
        return "a list";
    }
}
