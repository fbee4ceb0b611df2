package dev.brummer.config.shape;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with declared keys.
 *
 * @param noun what messages call it, before its name; empty where its key says it
 * @param definition under which the schema has it once, because it is used in several places; empty where it is not
 */
public record SectionShape(String noun, KeySet keys, String definition) implements Shape<Section> {
    public SectionShape(String noun, KeySet keys) {
        this(noun, keys, "");
    }

    @Override
    public @Nullable Section read(Node node, Place place, Reading reading) {
        String owner = place.key().isEmpty() ? "" : noun.isEmpty() ? place.toString() : noun + " '" + place.key() + "'";
        if (node.isNull()) {
            return new Section(Mapping.empty(node.span()));
        }
        if (!(node instanceof Mapping mapping)) {
            reading.wrong(node, place, words());
            return null;
        }
        Section section = new Section(mapping);
        for (Entry entry : mapping.entries().values()) {
            read(entry, section, owner, reading);
        }
        return section;
    }

    private void read(Entry entry, Section section, String owner, Reading reading) {
        Key<?> key = keys.key(entry.key().text());
        if (key == null) {
            unknown(entry.key(), owner, reading);
        } else if (!entry.value().isNull()) {
            Object value = key.shape().read(entry.value(), new Place(owner, key.name(), entry.key().span()), reading);
            if (value != null) {
                section.put(key, value);
            }
        }
    }

    private void unknown(Scalar key, String owner, Reading reading) {
        String name = key.text();
        if (keys.isExtension(name)) {
            return;
        }
        String subject = owner.isEmpty() ? "the top level" : owner;
        String advice = keys.advice(name);
        if (advice != null) {
            reading.faults().error("foreign-key", subject + " has no key '" + name + "'", key.span(), advice);
            return;
        }
        String hint = reading.faults().hint(name, keys.names());
        reading.faults().error("unknown-key", subject + " has no key '" + name + "'", key.span(), hint);
    }

    @Override
    public Node normal(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, Entry> changed = null;
        for (Entry entry : mapping.entries().values()) {
            Key<?> key = keys.key(entry.key().text());
            Node normal = key == null ? entry.value() : key.shape().normal(entry.value());
            if (normal != entry.value()) {
                changed = changed == null ? new LinkedHashMap<>(mapping.entries()) : changed;
                changed.put(entry.key().text(), entry.with(normal));
            }
        }
        return changed == null ? node : new Mapping(mapping.span(), changed);
    }

    @Override
    public Node merge(Node low, Node high) {
        if (!(low instanceof Mapping below) || !(high instanceof Mapping above)) {
            return high;
        }
        return Overlay.of(below, above, name -> {
            Key<?> key = keys.key(name);
            return key == null ? null : key.shape();
        });
    }

    @Override
    public String words() {
        return "a map";
    }

    @Override
    public Map<String, Object> schema() {
        return definition.isEmpty() ? whole() : Schemas.of("$ref", "#/definitions/" + definition);
    }

    /** The schema written out, whether or not others refer to it. */
    public Map<String, Object> whole() {
        return Schemas.section(keys);
    }
}
