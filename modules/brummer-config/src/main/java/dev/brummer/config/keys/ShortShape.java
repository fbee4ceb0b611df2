package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map, or the value of one of its keys alone.
 *
 * @param bare the key whose value may stand for the whole
 * @param words what is accepted, to follow "must be"
 */
record ShortShape(SectionShape section, Key<?> bare, String words) implements Shape<Section> {
    @Override
    public @Nullable Section read(Node node, Place place, Reading reading) {
        return section.read(normal(node), place, reading);
    }

    @Override
    public Node normal(Node node) {
        if (node instanceof Mapping || node.isNull()) {
            return section.normal(node);
        }
        Scalar key = new Scalar(node.span(), bare.name(), true);
        return section.normal(new Mapping(node.span(), Map.of(key.text(), new Entry(key, node))));
    }

    @Override
    public Node merge(Node low, Node high) {
        return section.merge(low, high);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.anyOf(bare.shape().schema(), section.schema());
    }
}
