package dev.brummer.discovery.draft;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Keys with their values as lines of YAML: in brackets where that is short, else line by line. */
final class NodeText {
    private static final int WIDE = 90;
    private static final Pattern BLANK_LINE = Pattern.compile("(?m)^[ \\t]+$");
    private static final Set<String> ALWAYS_BY_LINE = Set.of("environment");

    private final List<String> lines = new ArrayList<>();

    private NodeText() {}

    /** A key and its value, each line of which begins with {@code indent}. */
    static List<String> lines(String key, Node value, String indent) {
        NodeText text = new NodeText();
        text.entry(key, value, indent, indent);
        return text.lines;
    }

    private void entry(String key, Node value, String first, String indent) {
        String head = first + ScalarText.ofKey(key) + ":";
        if (value instanceof Scalar scalar) {
            scalar(head, scalar, indent);
            return;
        }
        String brackets = brackets(value);
        boolean bracketed = !ALWAYS_BY_LINE.contains(key) && depth(value) <= 2;
        if (isEmpty(value) || (bracketed && head.length() + 1 + brackets.length() <= WIDE)) {
            lines.add(head + " " + brackets);
        } else {
            lines.add(head);
            nested(value, indent + "  ");
        }
    }

    private void nested(Node value, String indent) {
        if (value instanceof Mapping map) {
            for (Entry entry : map.entries().values()) {
                entry(entry.key().text(), entry.value(), indent, indent);
            }
        } else if (value instanceof Sequence list) {
            list.items().forEach(item -> item(item, indent));
        }
    }

    private void item(Node item, String indent) {
        String dash = indent + "- ";
        String brackets = brackets(item);
        if (item instanceof Scalar scalar && !scalar.isNull()) {
            scalar(indent + "-", scalar, indent);
        } else if (item instanceof Mapping map && !isEmpty(map) && dash.length() + brackets.length() > WIDE) {
            String first = dash;
            for (Entry entry : map.entries().values()) {
                entry(entry.key().text(), entry.value(), first, indent + "  ");
                first = indent + "  ";
            }
        } else {
            lines.add(dash + brackets);
        }
    }

    private void scalar(String head, Scalar scalar, String indent) {
        if (isLiteral(scalar.text())) {
            boolean ended = scalar.text().endsWith("\n");
            lines.add(head + (ended ? " |" : " |-"));
            scalar.text().lines().forEach(line -> lines.add(line.isEmpty() ? "" : indent + "  " + line));
        } else {
            String text = ScalarText.ofLine(scalar);
            lines.add(text.isEmpty() ? head : head + " " + text);
        }
    }

    /** Whether a text of several lines reads the same when it stands there line by line. */
    private static boolean isLiteral(String text) {
        return text.strip().indexOf('\n') > 0
                && !Character.isWhitespace(text.charAt(0))
                && !text.endsWith("\n\n")
                && !BLANK_LINE.matcher(text).find()
                && text.chars().allMatch(c -> c == '\n' || c == '\t' || !ScalarText.isHidden((char) c));
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case Mapping map -> map.entries().isEmpty();
            case Sequence list -> list.items().isEmpty();
            case Scalar _ -> false;
        };
    }

    /** How many lists and maps are within each other. */
    private static int depth(Node node) {
        List<Node> inner = switch (node) {
            case Mapping map -> map.entries().values().stream().map(Entry::value).toList();
            case Sequence list -> list.items();
            case Scalar _ -> List.of();
        };
        return node instanceof Scalar ? 0 : 1 + inner.stream().mapToInt(NodeText::depth).max().orElse(0);
    }

    private static String brackets(Node node) {
        return switch (node) {
            case Scalar scalar -> ScalarText.ofBrackets(scalar);
            case Sequence list -> {
                StringJoiner items = new StringJoiner(", ", "[", "]");
                list.items().forEach(item -> items.add(brackets(item)));
                yield items.toString();
            }
            case Mapping map -> {
                StringJoiner entries = new StringJoiner(", ", "{", "}");
                map.entries().values().forEach(entry ->
                        entries.add(ScalarText.ofKey(entry.key().text()) + ": " + brackets(entry.value())));
                yield entries.toString();
            }
        };
    }
}
