package dev.brummer.runtime;

import dev.brummer.api.SessionException;
import dev.brummer.api.UnfinishedView;
import dev.brummer.insight.level.LevelFinder;
import dev.brummer.spi.LogBatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The lines of another process's session that have begun and not ended. */
final class UnfinishedElsewhere implements UnfinishedSource {
    private static final LevelFinder LEVELS = new LevelFinder();

    private final Asked session;
    private UnfinishedView view = new UnfinishedView(0, List.of());

    /** A session, as far as it is asked. */
    @FunctionalInterface
    interface Asked {
        /** As {@link dev.brummer.api.Session#unfinishedAfter}. */
        UnfinishedView unfinishedAfter(long version, Duration patience) throws SessionException, InterruptedException;
    }

    UnfinishedElsewhere(Asked session) {
        this.session = session;
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        try {
            view = session.unfinishedAfter(view.version(), most);
            return true;
        } catch (SessionException over) {
            // Whoever shows the stream learns that from its end, and says so.
            view = new UnfinishedView(view.version(), List.of());
            return false;
        }
    }

    @Override
    public List<LogBatch> all() {
        return view.lines().stream().map(UnfinishedElsewhere::batch).toList();
    }

    private static LogBatch batch(UnfinishedView.Line line) {
        byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
        int[] whole = {0, bytes.length};
        return new LogBatch(
                1, line.since(), line.instance(), line.run(), line.stream(), bytes, whole, false, LEVELS);
    }
}
