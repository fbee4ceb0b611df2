package dev.brummer.insight.error;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.scan.Scan;
import dev.brummer.insight.scan.ThrownName;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the errors that an instance has not told of before in this start, each once. It sees lines one by one, so of a
 * stack trace it takes the line that says what happened. While errors come in a flood it looks at some of them.
 */
public final class NewErrors implements LogParser {
    /** Its id among the parsers. */
    public static final String ID = "errors";

    private static final int MOST_KNOWN = 200;
    private static final int MOST_AT_ONCE = 100;
    private static final long NOTHING = Long.MIN_VALUE;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final byte[][] FURTHER = {
        "Caused by".getBytes(US_ASCII), "Suppressed".getBytes(US_ASCII), "Traceback".getBytes(US_ASCII)
    };

    private final LevelFinder levels = new LevelFinder();
    private final Set<Fingerprint> known = new HashSet<>();
    private Instant since = Instant.MIN;
    private int looked;
    // The line that told of an error in words, of which the next may say what was thrown.
    private long announced = NOTHING;

    /** Nearly all that a line of level error says so with; the shortest of such words stand in too many other lines. */
    @Override
    public List<String> needles() {
        return List.of(
                "error", "fatal", "failure", "critical", "severe", "panic", "emerg", "exception", "uncaught",
                "unhandled", "segmentation fault", "\"level\":50", "\"level\":60");
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        if (!isError(line) || known.size() >= MOST_KNOWN || !hasTime(line.time())) {
            return;
        }
        ErrorSummary summary = ErrorSummary.of(unit(line));
        Fingerprint fingerprint = new Fingerprint(summary.identity());
        if (known.add(fingerprint)) {
            found.accept(new Fact.NewError(fingerprint.id(), summary.title()));
        }
    }

    private boolean isError(LogLine line) {
        byte[] bytes = line.bytes();
        int from = line.offset();
        int to = from + line.length();
        int start = Scan.skipEscapes(bytes, from, to);
        if (start == to || bytes[start] == ' ' || bytes[start] == '\t' || isFurther(bytes, start, to)) {
            return false;
        }
        if (levels.levelOf(bytes, from, line.length()) != Level.ERROR) {
            return false;
        }
        boolean thrown = ThrownName.end(bytes, start, to) > start;
        boolean belongs = thrown && line.sequence() == announced + 1;
        // What is thrown announces nothing: the next that is thrown is another.
        announced = thrown ? NOTHING : line.sequence();
        return !belongs;
    }

    /** Whether it tells more of an error whose head was told before, or announces one. */
    private static boolean isFurther(byte[] bytes, int start, int to) {
        for (byte[] phrase : FURTHER) {
            if (Scan.startsWith(bytes, start, to, phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTime(Instant now) {
        if (since.equals(Instant.MIN) || now.isAfter(since.plus(AT_ONCE))) {
            since = now;
            looked = 0;
        }
        looked++;
        return looked <= MOST_AT_ONCE;
    }

    private Unit unit(LogLine line) {
        int[] spans = {line.offset(), line.length()};
        return new Unit(List.of(new LogBatch(
                line.sequence(), line.time(), line.instance(), line.run(), line.stream(), line.bytes(), spans, false, levels)));
    }
}
