package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a plugin or a list of them, each a map from the plugin's id to its options. Which options there are, the
 * plugin says; that is checked once the plugins are known.
 *
 * @param noun what the plugins are: {@code check}
 * @param bare whether an id alone is a use of it without options
 * @param appends whether a later file's uses come after an earlier one's
 */
record UsesShape(String noun, boolean bare, boolean appends) implements Shape<List<Entry>> {
    @Override
    public @Nullable List<Entry> read(Node node, Place place, Reading reading) {
        List<Entry> uses = new ArrayList<>();
        for (Node item : items(node)) {
            Entry use = use(item, place, reading);
            if (use != null) {
                uses.add(use);
            }
        }
        return uses;
    }

    private @Nullable Entry use(Node item, Place place, Reading reading) {
        if (bare && item instanceof Scalar id && !id.isNull()) {
            return new Entry(id, new Scalar(id.span(), "", true));
        }
        if (!(item instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            reading.wrong(item, place, words());
            return null;
        }
        if (mapping.entries().size() > 1) {
            Scalar second = List.copyOf(mapping.entries().values()).get(1).key();
            String hint = "write a list: '- …: …' for each";
            reading.faults().error("two-uses", place + " holds two " + noun + "s in one map", second.span(), hint);
        }
        return mapping.entries().values().iterator().next();
    }

    private static List<Node> items(Node node) {
        return node instanceof Sequence list ? list.items() : List.of(node);
    }

    @Override
    public Node normal(Node node) {
        return node.isNull() || node instanceof Sequence ? node : new Sequence(node.span(), List.of(node));
    }

    @Override
    public Node merge(Node low, Node high) {
        if (!appends || !(low instanceof Sequence below) || !(high instanceof Sequence above)) {
            return high;
        }
        List<Node> both = new ArrayList<>(below.items());
        both.addAll(above.items());
        return new Sequence(below.span(), both);
    }

    @Override
    public String words() {
        return "a " + noun + " such as {" + (bare ? "jsonl: {path: log.jsonl}" : "http: /health")
                + "}, or a list of them";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOrOne(Schemas.of("$ref", "#/definitions/" + noun));
    }
}
