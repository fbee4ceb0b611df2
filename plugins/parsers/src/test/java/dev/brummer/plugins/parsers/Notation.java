package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactFields;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Facts in one line of text: {@code trace-step trace=5f3a at=Auth Service took=12ms}; {@code -} for none. */
final class Notation implements FactFields {
    private final StringJoiner text = new StringJoiner(" ");

    private Notation(String kind) {
        text.add(kind);
    }

    static String of(List<Fact> facts) {
        return facts.isEmpty() ? "-" : facts.stream().map(Notation::of).collect(Collectors.joining(" & "));
    }

    private static String of(Fact fact) {
        Notation notation = new Notation(fact.kind());
        fact.describe(notation);
        return notation.text.toString();
    }

    @Override
    public void text(String name, String value) {
        text.add(name + "=" + value);
    }

    @Override
    public void number(String name, long value) {
        text(name, Long.toString(value));
    }

    @Override
    public void decimal(String name, double value) {
        text(name, plain(value));
    }

    @Override
    public void duration(String name, Duration value) {
        text(name, plain(value.toNanos() / 1e6) + "ms");
    }

    @Override
    public void texts(String name, List<String> values) {
        text(name, String.join(",", values));
    }

    @Override
    public void values(String name, List<Fact.Value> values) {
        text(
                name,
                values.stream()
                        .map(value -> value.name() + ":" + plain(value.value()))
                        .collect(Collectors.joining(",")));
    }

    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
