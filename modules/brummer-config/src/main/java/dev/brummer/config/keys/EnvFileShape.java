package dev.brummer.config.keys;

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

/** A file of variables: its path, or a map that also says whether it must be there. */
record EnvFileShape(SectionShape section) implements Shape<Section> {
    @Override
    public @Nullable Section read(Node node, Place place, Reading reading) {
        Section read = section.read(normal(node), place, reading);
        if (read != null && !read.has(EnvFileKeys.PATH)) {
            reading.faults().error("missing-key", "an env_file needs a 'path'", node.span(), "");
        }
        return read;
    }

    @Override
    public Node normal(Node node) {
        if (!(node instanceof Scalar path)) {
            return node;
        }
        Scalar key = new Scalar(path.span(), EnvFileKeys.PATH.name(), true);
        return new Mapping(path.span(), Map.of(key.text(), new Entry(key, path)));
    }

    @Override
    public String words() {
        return "a path";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.anyOf(Schemas.of("type", "string"), section.schema());
    }
}
