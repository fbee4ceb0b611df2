package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.core.model.Command;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told of an alert: {@code stream}, {@code desktop}, {@code {command: …}} or {@code {webhook: …}}. */
public record TargetShape() implements Shape<TargetShape.Target> {
    /** The sink that alerts are posted by. */
    public static final String WEBHOOK = "webhook";

    private static final String STREAM = "stream";
    private static final String DESKTOP = "desktop";
    private static final String COMMAND = "command";

    /** A target as far as it is known without the plugins. */
    public sealed interface Target {
        record Known(AlertTarget target) implements Target {}

        /** A use of a sink, whose options its plugin declares. */
        record Posting(Entry use) implements Target {}
    }

    @Override
    public @Nullable Target read(Node node, Place place, Reading reading) {
        if (node instanceof Scalar word) {
            return switch (word.text()) {
                case STREAM -> new Target.Known(new AlertTarget.Stream());
                case DESKTOP -> new Target.Known(new AlertTarget.Desktop());
                default -> unknown(word, place, reading);
            };
        }
        if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            reading.wrong(node, place, words());
            return null;
        }
        Entry entry = mapping.entries().values().iterator().next();
        return switch (entry.key().text()) {
            case COMMAND -> command(entry, place, reading);
            case WEBHOOK -> new Target.Posting(entry);
            default -> unknown(entry.key(), place, reading);
        };
    }

    private static @Nullable Target command(Entry entry, Place place, Reading reading) {
        Place at = new Place(place.toString(), COMMAND, entry.key().span());
        Command command = new CommandShape().read(entry.value(), at, reading);
        return command == null ? null : new Target.Known(new AlertTarget.Run(command));
    }

    private static @Nullable Target unknown(Scalar word, Place place, Reading reading) {
        String hint = switch (word.text()) {
            case COMMAND, WEBHOOK -> "write {" + word.text() + ": …}";
            default -> reading.faults().hint(word.text(), List.of(STREAM, DESKTOP, COMMAND, WEBHOOK));
        };
        String message = place + " knows no '" + word.text() + "'";
        reading.faults().error(
                "unknown-target",
                message,
                word.span(),
                hint.isEmpty() ? "there are: stream, desktop, command, webhook" : hint);
        return null;
    }

    @Override
    public String words() {
        return "stream, desktop, {command: …} or {webhook: …}";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> ways = Schemas.of(
                "type", "object",
                "properties", Schemas.of(
                        COMMAND, new CommandShape().schema(), WEBHOOK, Schemas.of("$ref", "#/definitions/alertPost")),
                "additionalProperties", false,
                "minProperties", 1,
                "maxProperties", 1);
        return Schemas.anyOf(Schemas.of("enum", List.of(STREAM, DESKTOP)), ways);
    }
}
