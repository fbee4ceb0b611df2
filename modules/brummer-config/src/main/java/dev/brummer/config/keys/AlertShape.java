package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entry of {@code alerts}: what it is about, and who is told; or the former alone, where that says it all. */
record AlertShape(SectionShape section) implements Shape<Section> {
    private static final List<String> WORDS =
            List.of(AlertKeys.UNHEALTHY.name(), AlertKeys.FAILED.name(), AlertKeys.BREAKER_OPEN.name());

    AlertShape() {
        this(new SectionShape("", AlertKeys.KEYS));
    }

    @Override
    public @Nullable Section read(Node node, Place place, Reading reading) {
        if (!(normal(node) instanceof Mapping mapping)) {
            reading.wrong(node, place, words());
            return null;
        }
        Section rule = section.read(mapping, place, reading);
        return rule != null && hasOneCondition(mapping, place, reading) ? rule : null;
    }

    private static boolean hasOneCondition(Mapping mapping, Place place, Reading reading) {
        List<Entry> conditions = AlertKeys.CONDITIONS.stream()
                .map(key -> mapping.entry(key.name()))
                .filter(entry -> entry != null)
                .toList();
        boolean known = mapping.entries().keySet().stream().allMatch(key -> AlertKeys.KEYS.key(key) != null);
        if (conditions.isEmpty() && known) {
            String hint = "one of " + AlertKeys.CONDITIONS.stream().map(Key::name).collect(Collectors.joining(", "));
            reading.faults().error("no-condition", place + " has an entry that is about nothing", mapping.span(), hint);
        } else if (conditions.size() > 1) {
            String hint = "write an entry for each";
            String message = place + " has an entry that is about two things";
            reading.faults().error("two-conditions", message, conditions.get(1).key().span(), hint);
        }
        return conditions.size() == 1;
    }

    @Override
    public Node normal(Node node) {
        if (node instanceof Scalar word && !word.isNull()) {
            return new Mapping(node.span(), Map.of(word.text(), new Entry(word, Mapping.empty(node.span()))));
        }
        return section.normal(node instanceof Mapping mapping ? withoutNulls(mapping) : node);
    }

    /** A condition without a value is one that nothing more is said of. */
    private static Mapping withoutNulls(Mapping mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        for (Key<Section> condition : AlertKeys.CONDITIONS) {
            entries.computeIfPresent(condition.name(), (_, entry) -> entry.value().isNull()
                    ? entry.with(Mapping.empty(entry.key().span()))
                    : entry);
        }
        return new Mapping(mapping.span(), entries);
    }

    @Override
    public String words() {
        return "an alert such as {unhealthy: {for: 10s}}";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.anyOf(Schemas.of("enum", WORDS), section.schema());
    }
}
