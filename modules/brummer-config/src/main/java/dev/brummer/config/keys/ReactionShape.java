package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.WatchSpec.Reaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code restart}, or {@code {run: command}}. */
record ReactionShape() implements Shape<Reaction> {
    private static final String RESTART = "restart";
    private static final String RUN = "run";

    @Override
    public @Nullable Reaction read(Node node, Place place, Reading reading) {
        if (node instanceof Scalar word && word.text().equals(RESTART)) {
            return new Reaction.Restart();
        }
        Node run = node instanceof Mapping mapping && mapping.entries().size() == 1 ? mapping.value(RUN) : null;
        if (run == null || run.isNull()) {
            String hint = node instanceof Scalar ? "a command is written as {run: …}" : "";
            reading.faults().error("bad-action", place + " must be " + words(), node.span(), hint);
            return null;
        }
        Command command = new CommandShape().read(run, new Place(place.toString(), RUN, run.span()), reading);
        return command == null ? null : new Reaction.Run(command);
    }

    @Override
    public String words() {
        return "restart, or {run: a command}";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> run = Schemas.of(
                "type", "object",
                "properties", Schemas.of(RUN, new CommandShape().schema()),
                "required", List.of(RUN),
                "additionalProperties", false);
        return Schemas.anyOf(Schemas.of("enum", List.of(RESTART)), run);
    }
}
