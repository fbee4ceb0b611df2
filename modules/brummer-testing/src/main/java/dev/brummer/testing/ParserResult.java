package dev.brummer.testing;

import dev.brummer.spi.Fact;
import java.util.List;

/** What came of all lines that a parser was tried with. Immutable. */
public final class ParserResult {
    private final List<String> needles;
    private final List<LineResult> lines;

    ParserResult(List<String> needles, List<LineResult> lines) {
        this.needles = List.copyOf(needles);
        this.lines = List.copyOf(lines);
    }

    /** Each line in its order. */
    public List<LineResult> lines() {
        return lines;
    }

    /**
     * The facts of all lines, in order.
     *
     * @throws IllegalStateException if the parser broke over a line
     */
    public List<Fact> facts() {
        for (LineResult line : lines) {
            if (line.fault().isPresent()) {
                throw new IllegalStateException("the parser broke over '" + line.text() + "'", line.fault().get());
            }
        }
        return lines.stream().flatMap(line -> line.facts().stream()).toList();
    }

    /** The lines that hold no needle, so that the parser was never shown them. */
    public List<String> withoutNeedle() {
        return lines.stream().filter(line -> !line.asked()).map(LineResult::text).toList();
    }

    /** Says for each line what came of it, and why nothing where nothing did. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (LineResult line : lines) {
            text.append(line.instance().label()).append(" | ").append(line.text()).append("\n    ");
            text.append(told(line)).append('\n');
        }
        return text.toString();
    }

    private String told(LineResult line) {
        if (!line.asked()) {
            return "holds none of the needles " + needles + ", so the parser was not asked";
        }
        String facts = line.facts().isEmpty() ? "no fact" : String.valueOf(line.facts());
        return line.fault().map(fault -> facts + ", and the parser broke: " + fault).orElse(facts);
    }
}
