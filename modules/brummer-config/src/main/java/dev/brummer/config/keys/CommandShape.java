package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line for the shell, or a list of words to run without one. */
record CommandShape() implements Shape<Command> {
    @Override
    public @Nullable Command read(Node node, Place place, Reading reading) {
        if (node instanceof Sequence list) {
            return words(list, place, reading);
        }
        if (node instanceof Scalar line && line.text().isBlank()) {
            return empty(line, place, reading);
        }
        Template line = reading.template(node, place, words());
        return line == null ? null : new Command.Shell(line);
    }

    private @Nullable Command words(Sequence list, Place place, Reading reading) {
        List<Template> words = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            Template word = reading.template(item, place, "a line or a list of words");
            if (word != null) {
                words.add(word);
            }
        }
        boolean nameless = !words.isEmpty() && words.getFirst().source().isEmpty();
        if (list.items().isEmpty() || nameless) {
            return empty(list, place, reading);
        }
        return words.size() == list.items().size() ? new Command.Words(words) : null;
    }

    private static @Nullable Command empty(Node node, Place place, Reading reading) {
        reading.faults().error("empty-command", place + " names no program", node.span(), "");
        return null;
    }

    @Override
    public String words() {
        return "a line for the shell or a list of words";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> list = Schemas.of("type", "array", "items", Schemas.scalar(), "minItems", 1);
        return Schemas.anyOf(Schemas.scalar(), list);
    }
}
