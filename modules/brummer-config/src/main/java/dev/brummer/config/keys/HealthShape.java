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
import dev.brummer.core.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A health check: one check, and how often it is asked. */
public record HealthShape(SectionShape timing) implements Shape<HealthShape.Health> {
    /** @param check the check's kind and options; null where none is given */
    public record Health(@Nullable Entry check, Section timing) {}

    HealthShape() {
        this(new SectionShape("", HealthKeys.KEYS));
    }

    @Override
    public @Nullable Health read(Node node, Place place, Reading reading) {
        if (!(node instanceof Mapping mapping)) {
            reading.wrong(node, place, words());
            return null;
        }
        List<Entry> checks = checks(mapping);
        if (checks.size() > 1) {
            checks.removeIf(entry -> misspeltTime(entry, place, reading));
        }
        Section section = timing.read(mapping.without(names(checks(mapping))), place, reading);
        if (section == null) {
            return null;
        }
        if (checks.size() > 1) {
            String hint = "one service has one health check; 'readiness' takes several";
            reading.faults().error("two-uses", place + " holds two checks", checks.get(1).key().span(), hint);
        }
        if (checks(mapping).isEmpty() && !hasForeign(mapping) && !reading.checking()) {
            reading.faults().error("no-check", place + " names no check", place.at(), "such as 'http: /health'");
        }
        return new Health(checks.isEmpty() ? null : checks.getFirst(), section);
    }

    private static boolean misspeltTime(Entry entry, Place place, Reading reading) {
        String name = entry.key().text();
        String hint = Suggestion.hint(name, HealthKeys.KEYS.names());
        if (!hint.isEmpty()) {
            reading.faults().error("unknown-key", place + " has no key '" + name + "'", entry.key().span(), hint);
        }
        return !hint.isEmpty();
    }

    private static boolean hasForeign(Mapping mapping) {
        for (String name : mapping.entries().keySet()) {
            if (HealthKeys.KEYS.advice(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** What is neither a time nor a key of another tool is a kind of check. */
    private static List<Entry> checks(Mapping mapping) {
        List<Entry> checks = new ArrayList<>(1);
        for (Entry entry : mapping.entries().values()) {
            String name = entry.key().text();
            if (HealthKeys.KEYS.key(name) == null && HealthKeys.KEYS.advice(name) == null) {
                checks.add(entry);
            }
        }
        return checks;
    }

    private static List<String> names(List<Entry> entries) {
        List<String> names = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            names.add(entry.key().text());
        }
        return names;
    }

    // A check replaces a check; times merge.
    @Override
    public Node merge(Node low, Node high) {
        if (!(low instanceof Mapping below) || !(high instanceof Mapping above)) {
            return high;
        }
        List<Entry> replaced = checks(above).isEmpty() ? List.of() : checks(below);
        return timing.merge(below.without(names(replaced)), above);
    }

    @Override
    public String words() {
        return "a map such as {http: /health, interval: 5s}";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("$ref", "#/definitions/health");
    }
}
