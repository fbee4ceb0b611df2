package dev.brummer.config.keys;

import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NamedShape;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stages: a list is a chain, each after the one before; a map says what each comes after. */
record StagesShape(NamedShape<Section> map) implements Shape<Map<String, Located<Section>>> {
    StagesShape() {
        this(new NamedShape<>("stage", new SectionShape("stage", StageKeys.KEYS), true));
    }

    @Override
    public @Nullable Map<String, Located<Section>> read(Node node, Place place, Reading reading) {
        return map.read(normal(node), place, reading);
    }

    @Override
    public Node normal(Node node) {
        Node named = map.normal(node);
        if (node instanceof Mapping || !(named instanceof Mapping chain)) {
            return named;
        }
        Map<String, Entry> linked = new LinkedHashMap<>();
        Scalar before = null;
        for (Entry stage : chain.entries().values()) {
            linked.put(stage.key().text(), before == null ? stage : stage.with(after(before)));
            before = stage.key();
        }
        return new Mapping(chain.span(), linked);
    }

    private static Mapping after(Scalar before) {
        Scalar key = new Scalar(before.span(), StageKeys.AFTER.name(), true);
        Sequence list = new Sequence(before.span(), List.of(before));
        return new Mapping(before.span(), Map.of(key.text(), new Entry(key, list)));
    }

    @Override
    public Node merge(Node low, Node high) {
        return map.merge(low, high);
    }

    @Override
    public String words() {
        return map.words();
    }

    @Override
    public Map<String, Object> schema() {
        return map.schema();
    }
}
