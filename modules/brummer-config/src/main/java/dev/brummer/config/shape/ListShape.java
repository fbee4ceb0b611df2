package dev.brummer.config.shape;

import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list; one value is a list of one.
 *
 * @param appends whether a later file's values come after an earlier one's, instead of replacing them
 */
public record ListShape<T>(Shape<T> item, boolean appends) implements Shape<List<Located<T>>> {
    @Override
    public @Nullable List<Located<T>> read(Node node, Place place, Reading reading) {
        List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        List<Located<T>> read = new ArrayList<>(items.size());
        for (Node each : items) {
            if (each.isNull()) {
                reading.wrong(each, place, words());
                continue;
            }
            T value = item.read(each, place, reading);
            if (value != null) {
                read.add(new Located<>(value, each.span()));
            }
        }
        return read;
    }

    @Override
    public Node normal(Node node) {
        if (node.isNull()) {
            return node;
        }
        List<Node> items = new ArrayList<>();
        for (Node each : node instanceof Sequence sequence ? sequence.items() : List.of(node)) {
            items.add(item.normal(each));
        }
        return new Sequence(node.span(), items);
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
        return "a list, each of it " + item.words();
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.listOrOne(item.schema());
    }
}
