package dev.brummer.config.yaml;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Diagnostic.Frame;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.core.text.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree from events. An alias shares its anchor's node, and is counted as if it were written out. */
final class TreeBuilder {
    static final int DEEPEST = 100;
    private static final int MOST_EXPANDED = 100_000;
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final List<String> PLAIN_TAGS = List.of("str", "int", "float", "bool", "null", "map", "seq");

    private final SourceFile file;
    private final Faults faults;
    private final Severity strangeTags;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Node> anchors = new HashMap<>(0);
    private final Map<Node, Extent> extents = new IdentityHashMap<>(0);
    private @Nullable Node root;
    private boolean started;
    private int expanded;

    /** @param strangeTags how grave a tag is that is none of YAML's own */
    TreeBuilder(SourceFile file, Faults faults, Severity strangeTags) {
        this.file = file;
        this.faults = faults;
        this.strangeTags = strangeTags;
    }

    boolean document(Span at) {
        if (started) {
            faults.error("two-documents", "a second document begins here", at, "a file holds one: remove the '---'");
            return false;
        }
        started = true;
        return true;
    }

    Node root(Span none) {
        return root == null ? new Scalar(none, "", true) : root;
    }

    boolean scalar(ScalarEvent event, Span at) {
        String tag = event.getTag().orElse("");
        if (!knownTag(tag, at)) {
            return false;
        }
        Scalar scalar = new Scalar(at, event.getValue(), event.isPlain() && !tag.endsWith(":str") && !tag.equals("!"));
        declare(YamlReader.anchor(event.getAnchor()), scalar, Extent.ONE);
        return add(scalar, Extent.ONE);
    }

    boolean open(CollectionStartEvent event, boolean mapping, Span at) {
        if (open.size() >= DEEPEST) {
            faults.error("too-deep", "maps and lists are nested more than " + DEEPEST + " deep", at, "");
            return false;
        }
        if (!knownTag(event.getTag().orElse(""), at)) {
            return false;
        }
        open.push(OpenNode.begin(mapping, at, YamlReader.anchor(event.getAnchor())));
        return true;
    }

    boolean close(Span end) {
        OpenNode closed = open.pop();
        Node node = closed.finish(end, faults);
        Extent extent = closed.extent();
        declare(closed.anchor(), node, extent);
        return add(node, extent);
    }

    boolean alias(AliasEvent event, Span at) {
        String name = event.getAlias().toString();
        Node target = anchors.get(name);
        if (target == null) {
            boolean inside = open.stream().anyMatch(node -> node.anchor().equals(name));
            if (inside) {
                faults.error("recursive-alias", "'*" + name + "' stands inside of what it repeats", at, "");
            } else {
                String hint = Suggestion.hint(name, anchors.keySet());
                faults.error("unknown-anchor", "no anchor '&" + name + "' stands above", at, hint);
            }
            return false;
        }
        Extent extent = extents.getOrDefault(target, Extent.ONE);
        expanded += extent.nodes();
        if (expanded > MOST_EXPANDED || open.size() + extent.depth() > DEEPEST) {
            faults.error("alias-bomb", "aliases make this file too large: more than " + MOST_EXPANDED
                    + " values, or nested more than " + DEEPEST + " deep", at, "");
            return false;
        }
        return add(target, extent);
    }

    private void declare(String anchor, Node node, Extent extent) {
        if (!anchor.isEmpty()) {
            anchors.put(anchor, node);
            extents.put(node, extent);
        }
    }

    private boolean add(Node node, Extent extent) {
        OpenNode parent = open.peek();
        if (parent == null) {
            root = node;
            return true;
        }
        return parent.add(node, extent, faults);
    }

    private boolean knownTag(String tag, Span at) {
        boolean known = tag.isEmpty()
                || tag.equals("!")
                || (tag.startsWith(STANDARD) && PLAIN_TAGS.contains(tag.substring(STANDARD.length())));
        if (known) {
            return true;
        }
        String message = "the tag '" + tag + "' means nothing in " + file.name();
        faults.add(new Diagnostic(strangeTags, "yaml-tag", message, List.of(new Frame(at, "remove it")), List.of()));
        return strangeTags != Severity.ERROR;
    }

    /** How much a node is when its aliases are written out. */
    record Extent(int nodes, int depth) {
        static final Extent ONE = new Extent(1, 0);
    }

    static Diagnostic duplicate(Scalar key, Scalar first) {
        return new Diagnostic(
                Severity.ERROR,
                "duplicate-key",
                "the key '" + key.text() + "' stands twice in the same map",
                List.of(new Frame(key.span(), "again"), new Frame(first.span(), "first")),
                List.of());
    }
}
