package dev.brummer.runtime;

import dev.brummer.core.supervision.Words;
import dev.brummer.insight.scan.PlainText;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to say about lines that stop in the middle: a question that nobody answers, a step that hangs. No reader of lines
 * sees them otherwise. Once for each, when nothing has been added for five seconds. Used by the loop's thread.
 */
final class HaltedLines {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final int WIDEST = 200;

    private final Map<Line, Progress> known = new HashMap<>();

    private record Line(InstanceId instance, int run, StreamName stream, Instant begin) {
        static Line of(LogBatch unfinished) {
            return new Line(unfinished.instance(), unfinished.run(), unfinished.stream(), unfinished.time());
        }
    }

    private record Progress(String text, Duration since, boolean said) {}

    /**
     * The sentences that are due. To be called about once a second.
     *
     * @param unfinished the lines that have begun and not ended
     */
    List<String> look(List<LogBatch> unfinished, Duration now) {
        List<String> due = new ArrayList<>();
        known.keySet().retainAll(unfinished.stream().map(Line::of).toList());
        for (LogBatch batch : unfinished) {
            Line line = Line.of(batch);
            String text = PlainText.printable(batch, 0);
            Progress before = known.get(line);
            if (before == null || !before.text().equals(text)) {
                known.put(line, new Progress(text, now, before != null && before.said()));
            } else if (!before.said() && !text.isEmpty() && now.minus(before.since()).compareTo(LONG) >= 0) {
                known.put(line, new Progress(text, before.since(), true));
                due.add(batch.instance().label() + " has stopped in the middle of a line, for " + Words.duration(LONG)
                        + ": " + shortened(text));
            }
        }
        return due;
    }

    /** The end matters: that is where a question is. */
    private static String shortened(String text) {
        return text.length() > WIDEST ? "…" + text.substring(text.length() - WIDEST) : text;
    }
}
