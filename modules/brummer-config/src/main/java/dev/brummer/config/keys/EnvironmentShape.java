package dev.brummer.config.keys;

import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables: a map, or a list of {@code NAME=value}. A variable without value is the caller's. */
record EnvironmentShape() implements Shape<Map<String, Located<EnvironmentValue>>> {
    @Override
    public @Nullable Map<String, Located<EnvironmentValue>> read(Node node, Place place, Reading reading) {
        if (!(normal(node) instanceof Mapping mapping)) {
            reading.wrong(node, place, words());
            return null;
        }
        Map<String, Located<EnvironmentValue>> read = new LinkedHashMap<>();
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().text();
            EnvironmentValue value =
                    isName(name) ? value(entry.value(), place, name, reading) : badName(entry, reading);
            if (value != null) {
                read.put(
                        name,
                        new Located<>(
                                value,
                                entry.value().isNull()
                                        ? entry.key().span()
                                        : entry.value().span()));
            }
        }
        return read;
    }

    private static @Nullable EnvironmentValue value(Node node, Place place, String name, Reading reading) {
        if (node.isNull()) {
            return new EnvironmentValue.Inherit();
        }
        Place inner = new Place(place.toString(), name, place.at());
        Template template = reading.template(node, inner, "a single value");
        return template == null ? null : new EnvironmentValue.Set(template);
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.indexOf('=') < 0 && name.indexOf('\0') < 0;
    }

    private static @Nullable EnvironmentValue badName(Entry entry, Reading reading) {
        Scalar key = entry.key();
        reading.faults()
                .error("bad-variable", key.quoted() + " cannot name a variable", key.span(), "write NAME: value");
        return null;
    }

    @Override
    public Node normal(Node node) {
        if (!(node instanceof Sequence list)) {
            return node;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (!(item instanceof Scalar scalar)) {
                return node;
            }
            Entry entry = entry(scalar);
            entries.put(entry.key().text(), entry);
        }
        return new Mapping(list.span(), entries);
    }

    // Only the first '=' divides: JAVA_OPTS=-Da=b.
    private static Entry entry(Scalar item) {
        int equals = item.text().indexOf('=');
        if (equals < 0) {
            return new Entry(item, new Scalar(item.span(), "", true));
        }
        Scalar name = new Scalar(item.span(), item.text().substring(0, equals), true);
        return new Entry(name, new Scalar(item.span(), item.text().substring(equals + 1), false));
    }

    // Here null is a value, the caller's, and removes nothing.
    @Override
    public Node merge(Node low, Node high) {
        if (!(low instanceof Mapping below) || !(high instanceof Mapping above)) {
            return high;
        }
        Map<String, Entry> merged = new LinkedHashMap<>(below.entries());
        merged.putAll(above.entries());
        return new Mapping(below.span(), merged);
    }

    @Override
    public String words() {
        return "a map of variables or a list of NAME=value";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> map =
                Schemas.of("type", "object", "additionalProperties", Schemas.orNull(Schemas.scalar()));
        return Schemas.anyOf(map, Schemas.of("type", "array", "items", Schemas.of("type", "string")));
    }
}
