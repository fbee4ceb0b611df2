package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code {"service":"orders","metrics":{"cpu_usage":{"user":1}}}}: the numbers, by names that are joined by dots. What
 * is no number is left out.
 */
final class MetricsParser implements LogParser {
    private static final String MARK = "\"metrics\":";
    private static final int MOST_VALUES = 200;
    private static final int DEEPEST = 8;

    @Override
    public List<String> needles() {
        return List.of(MARK);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        Json json = Json.in(line.text());
        if (json == null) {
            return;
        }
        Optional<String> service = Optional.empty();
        List<Fact.Value> values = new ArrayList<>();
        while (json.next()) {
            if (json.is("service")) {
                service = Optional.ofNullable(json.string());
            } else if (json.is("metrics")) {
                addMembers("", json, 1, values);
            }
        }
        if (!values.isEmpty()) {
            found.accept(new Fact.Measured(service, values));
        }
    }

    private static void addMembers(String before, Json member, int depth, List<Fact.Value> to) {
        Json object = depth > DEEPEST ? null : member.object();
        while (object != null && to.size() < MOST_VALUES && object.next()) {
            double number = object.number();
            if (Double.isFinite(number)) {
                to.add(new Fact.Value(before + object.name(), number));
            } else {
                addMembers(before + object.name() + ".", object, depth + 1, to);
            }
        }
    }
}
