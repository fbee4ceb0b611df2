package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Dollars;
import dev.brummer.discovery.foreign.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code entrypoint} and {@code command} make together, in the words of {@code brummer.yaml}. */
final class CommandReader {
    private static final String UNQUOTED = "[A-Za-z0-9_@%+=:,./-]+";

    private CommandReader() {}

    /** Empty where neither is given, so that the image says it. */
    static Optional<Node> of(Mapping body) {
        Node entrypoint = given(body.value("entrypoint"));
        Node command = given(body.value("command"));
        if (entrypoint == null || command == null) {
            return Optional.ofNullable(entrypoint == null ? command : entrypoint).map(CommandReader::translated);
        }
        return Optional.of(translated(joined(entrypoint, command)));
    }

    private static @Nullable Node given(@Nullable Node node) {
        boolean empty = node == null
                || node.isNull()
                || node instanceof Mapping
                || (node instanceof Scalar line && line.text().isBlank())
                || (node instanceof Sequence list && !isWords(list));
        return empty ? null : node;
    }

    private static boolean isWords(Sequence list) {
        return !list.items().isEmpty() && list.items().stream().allMatch(Scalar.class::isInstance);
    }

    private static Node joined(Node first, Node second) {
        if (first instanceof Sequence words && second instanceof Sequence more) {
            List<Node> all = new ArrayList<>(words.items());
            all.addAll(more.items());
            return new Sequence(second.span(), all);
        }
        return new Scalar(second.span(), line(first) + " " + line(second), false);
    }

    /** Words as a line for a shell. */
    private static String line(Node node) {
        if (node instanceof Scalar line) {
            return line.text();
        }
        List<String> words = new ArrayList<>();
        for (String word : Values.texts(node)) {
            words.add(word.matches(UNQUOTED) ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return String.join(" ", words);
    }

    private static Node translated(Node node) {
        if (node instanceof Scalar line) {
            return new Scalar(line.span(), Dollars.inBraces(line.text().strip()), false);
        }
        List<Node> words = new ArrayList<>();
        for (Node item : Values.items(node)) {
            Scalar word = (Scalar) item;
            words.add(new Scalar(word.span(), Dollars.inBraces(word.text()), false));
        }
        return new Sequence(node.span(), words);
    }
}
