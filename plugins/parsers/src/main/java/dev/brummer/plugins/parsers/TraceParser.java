package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code [Trace: 5f3a2b1c] → Auth Service (12ms)}, with its first line and its last. */
final class TraceParser implements LogParser {
    private static final String MARK = "[Trace: ";
    private static final int LONGEST_ID = 64;

    @Override
    public List<String> needles() {
        return List.of(MARK);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        Fact fact = Scan.fact(MARK, Said.in(line), TraceParser::step);
        if (fact != null) {
            found.accept(fact);
        }
    }

    private static @Nullable Fact step(Scan scan) {
        String trace = scan.until("] ");
        return trace == null || trace.length() > LONGEST_ID || trace.contains(" ") ? null : step(trace, scan);
    }

    private static @Nullable Fact step(String trace, Scan scan) {
        if (scan.take("Start: ")) {
            String service = scan.text().substring(scan.at()).strip();
            return service.isEmpty() ? null : new Fact.TraceStarted(trace, service);
        }
        if (scan.take("Complete: ")) {
            Duration total = scan.duration();
            return total != null && scan.takeLast(" total") ? new Fact.TraceEnded(trace, total) : null;
        }
        return scan.take("→ ") || scan.take("-> ") ? hop(trace, scan) : null;
    }

    private static @Nullable Fact hop(String trace, Scan scan) {
        String said = scan.text();
        int bracket = said.lastIndexOf(" (");
        if (bracket <= scan.at()) {
            return null;
        }
        Scan time = new Scan(said, bracket + 2);
        Duration took = time.duration();
        return took != null && time.takeLast(")")
                ? new Fact.TraceStep(trace, said.substring(scan.at(), bracket).strip(), took)
                : null;
    }
}
