package dev.brummer.discovery.processcompose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import dev.brummer.discovery.foreign.Dollars;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts with variables: written alike here and there, but for what a shell alone understands. */
final class Texts {
    private Texts() {}

    /** The same text, in which dollar signs are doubled where they would mean nothing here. */
    static String carried(String text) {
        try {
            return Template.parse(text).source();
        } catch (TemplateSyntaxException shellsOwn) {
            return Template.literal(text).source();
        }
    }

    /** The same value with all its texts carried over; no shell will look at them. */
    static Node carried(Node node) {
        return switch (node) {
            case Scalar text when text.isNull() -> text;
            case Scalar text -> new Scalar(text.span(), carried(Dollars.inBraces(text.text())), false);
            case Sequence list -> new Sequence(list.span(), list.items().stream().map(Texts::carried).toList());
            case Mapping map -> {
                Map<String, Entry> entries = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> entries.put(key, entry.with(carried(entry.value()))));
                yield new Mapping(map.span(), entries);
            }
        };
    }
}
