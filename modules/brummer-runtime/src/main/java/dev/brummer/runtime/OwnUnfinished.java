package dev.brummer.runtime;

import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.api.UnfinishedView;
import dev.brummer.insight.scan.PlainText;
import dev.brummer.logs.UnfinishedLines;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.util.List;

/** The lines of this process's journal that have begun and not ended. */
final class OwnUnfinished implements UnfinishedSource {
    private static final Duration APART = Duration.ofMillis(100);

    private final UnfinishedLines lines;
    private final UnfinishedLines.Changes changes;

    OwnUnfinished(UnfinishedLines lines) {
        this.lines = lines;
        this.changes = lines.changes(APART);
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        return changes.await(most);
    }

    @Override
    public List<LogBatch> all() {
        return lines.all();
    }

    /**
     * What is to be told of them elsewhere.
     *
     * @param version of what is known there; 0 for nothing
     * @throws SessionException if there is nothing to wait for any more
     */
    static UnfinishedView after(UnfinishedLines lines, long version, Duration patience)
            throws SessionException, InterruptedException {
        if (version > 0 && !lines.changesAfter(version, APART).await(patience)) {
            throw new SessionOverException("the fleet has ended");
        }
        // The number first: lines that are newer than it are told twice, older ones would never be.
        long now = lines.version();
        return new UnfinishedView(now, lines.all().stream().map(OwnUnfinished::line).toList());
    }

    private static UnfinishedView.Line line(LogBatch line) {
        String text = PlainText.of(line.bytes(), line.offset(0), line.length(0));
        return new UnfinishedView.Line(line.instance(), line.run(), line.stream(), line.time(), text);
    }
}
