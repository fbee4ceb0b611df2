package dev.brummer.config.yaml;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.TreeBuilder.Extent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or map whose end has not come yet. */
abstract sealed class OpenNode {
    private final Span begin;
    private final String anchor;
    private int nodes = 1;
    private int depth;

    private OpenNode(Span begin, String anchor) {
        this.begin = begin;
        this.anchor = anchor;
    }

    static OpenNode begin(boolean mapping, Span at, String anchor) {
        return mapping ? new OpenMapping(at, anchor) : new OpenSequence(at, anchor);
    }

    String anchor() {
        return anchor;
    }

    Extent extent() {
        return new Extent(nodes, depth + 1);
    }

    /** Whether to go on. */
    boolean add(Node node, Extent extent, Faults faults) {
        nodes += extent.nodes();
        depth = Math.max(depth, extent.depth());
        return take(node, faults);
    }

    abstract boolean take(Node node, Faults faults);

    abstract Node finish(Span end, Faults faults);

    /** From the first sign to the last one; a block ends where the next thing begins, which is too far. */
    Span whole(Span end, @Nullable Span last) {
        boolean flow = end.endColumn() > end.column();
        Span until = flow || last == null ? end : last;
        return new Span(begin.file(), begin.line(), begin.column(), until.endLine(), until.endColumn());
    }

    private static final class OpenSequence extends OpenNode {
        private final List<Node> items = new ArrayList<>();

        OpenSequence(Span begin, String anchor) {
            super(begin, anchor);
        }

        @Override
        boolean take(Node node, Faults faults) {
            items.add(node);
            return true;
        }

        @Override
        Node finish(Span end, Faults faults) {
            return new Sequence(whole(end, items.isEmpty() ? null : items.getLast().span()), items);
        }
    }

    private static final class OpenMapping extends OpenNode {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private @Nullable Scalar key;
        private @Nullable Entry merge;
        private @Nullable Span last;

        OpenMapping(Span begin, String anchor) {
            super(begin, anchor);
        }

        @Override
        boolean take(Node node, Faults faults) {
            Scalar ofKey = key;
            if (ofKey == null) {
                return takeKey(node, faults);
            }
            key = null;
            last = node.span();
            boolean merges = ofKey.plain() && ofKey.text().equals("<<");
            Entry entry = new Entry(ofKey, node);
            Entry earlier = merges ? merge : entries.get(ofKey.text());
            if (earlier != null) {
                faults.add(TreeBuilder.duplicate(ofKey, earlier.key()));
            } else if (merges) {
                merge = entry;
            } else {
                entries.put(ofKey.text(), entry);
            }
            return true;
        }

        private boolean takeKey(Node node, Faults faults) {
            if (node instanceof Scalar scalar) {
                key = scalar;
                return true;
            }
            faults.error("complex-key", "a key must be a single value, not " + node.kind(), node.span(), "");
            return false;
        }

        @Override
        Node finish(Span end, Faults faults) {
            if (merge != null) {
                Merges.into(entries, merge, faults);
            }
            return new Mapping(whole(end, last), entries);
        }
    }
}
