package dev.brummer.config.shape;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Diagnostic.Frame;
import dev.brummer.config.source.Severity;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from names that the user chooses to values of one shape.
 *
 * @param noun what a name names: {@code service}
 * @param listed whether a list of names, or one name, is a short form of the map
 */
public record NamedShape<T>(String noun, Shape<T> item, boolean listed) implements Shape<Map<String, Located<T>>> {
    @Override
    public @Nullable Map<String, Located<T>> read(Node node, Place place, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            reading.wrong(culprit(node), place, words());
            return null;
        }
        Map<String, Located<T>> read = new LinkedHashMap<>();
        for (Entry entry : mapping.entries().values()) {
            Scalar name = entry.key();
            if (!ServiceId.isValid(name.text())) {
                badName(name, reading);
                continue;
            }
            entry.again().forEach(there -> twice(name, there, reading));
            T value = item.read(entry.value(), new Place(place.toString(), name.text(), name.span()), reading);
            if (value != null) {
                read.put(name.text(), new Located<>(value, name.span()));
            }
        }
        return read;
    }

    private Node culprit(Node node) {
        if (listed && node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (!(item instanceof Scalar)) {
                    return item;
                }
            }
        }
        return node;
    }

    private void badName(Scalar name, Reading reading) {
        reading.faults().error(
                "bad-name",
                name.quoted() + " cannot name a " + noun,
                name.span(),
                "letters, digits, '_', '.' and '-', beginning with a letter or digit");
    }

    private void twice(Scalar first, Scalar again, Reading reading) {
        reading.faults().add(new Diagnostic(
                Severity.WARNING,
                "named-twice",
                "the " + noun + " '" + first.text() + "' stands twice in the same list",
                List.of(new Frame(again.span(), "again"), new Frame(first.span(), "first")),
                List.of()));
    }

    @Override
    public Node normal(Node node) {
        if (listed && !node.isNull() && !(node instanceof Mapping)) {
            return fromList(node);
        }
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, Entry> normal = new LinkedHashMap<>();
        for (Entry entry : mapping.entries().values()) {
            normal.put(entry.key().text(), entry.with(item.normal(entry.value())));
        }
        return new Mapping(mapping.span(), normal);
    }

    private static Node fromList(Node node) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Node name : node instanceof Sequence sequence ? sequence.items() : List.of(node)) {
            if (!(name instanceof Scalar scalar)) {
                return node;
            }
            Span at = scalar.span();
            Entry before = entries.get(scalar.text());
            entries.put(scalar.text(), before == null ? new Entry(scalar, Mapping.empty(at)) : before.repeated(scalar));
        }
        return new Mapping(node.span(), entries);
    }

    @Override
    public Node merge(Node low, Node high) {
        return low instanceof Mapping below && high instanceof Mapping above
                ? Overlay.of(below, above, _ -> item)
                : high;
    }

    @Override
    public String words() {
        return listed ? "a list of names or a map" : "a map from names to what they are";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> map = Schemas.of("type", "object", "additionalProperties", Schemas.orNull(item.schema()));
        map.put("propertyNames", Schemas.of("pattern", "^[A-Za-z0-9][A-Za-z0-9_.-]*$"));
        return listed ? Schemas.anyOf(Schemas.listOrOne(Schemas.of("type", "string")), map) : map;
    }
}
