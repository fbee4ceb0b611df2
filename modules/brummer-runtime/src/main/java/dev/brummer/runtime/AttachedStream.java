package dev.brummer.runtime;

import dev.brummer.api.Session;
import dev.brummer.api.StreamView;
import dev.brummer.insight.name.Attribution;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The stream of a fleet that another process supervises, as whoever joins it sees it: from its last lines on, through a
 * view of their own. One thread shows it; the view may be used by others.
 */
public final class AttachedStream {
    /** So much of what came before is shown: a screen or two. */
    private static final long BEFORE = 60;

    private static final int MOST_BEHIND = 10_000;
    private static final int STILL_SHOWN = 1_000;
    private static final String SKIPPED = "skipped here; `brum logs` has them all";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Fleet fleet;
    private final OutputSink sink;
    private final boolean maySkip;
    private final StreamLens lens;
    private final SessionView view;
    private final Queue<Notice> said = new ConcurrentLinkedQueue<>();
    private final JournalCursor cursor;
    private final SystemTime time;
    // Since something was accepted: a sink is flushed when nothing comes, and once more after a while.
    private int flushes;
    private Duration flushedAt = Duration.ZERO;

    /** Opens the journal once more, for questions of its own. */
    @FunctionalInterface
    public interface Opener {
        Archive open() throws IOException;
    }

    /**
     * What is known of the fleet, and how.
     *
     * @param opener opens the journal of the start
     * @param asking makes questions to an opened journal possible
     */
    public record Fleet(Session session, Archive archive, Opener opener, Asking asking, Following following) {}

    /** What of an archive can be asked. */
    @FunctionalInterface
    public interface Asking {
        Investigation of(Archive archive) throws IOException;
    }

    /**
     * @param shown makes the sink on which it is shown
     * @param attributions make what tells of lines whose they are, a new one each time
     * @param maySkip whether a person watches, so that what came too fast to be followed may be left out
     */
    public AttachedStream(
            Fleet fleet, OutputSink shown, Supplier<Attribution> attributions, boolean maySkip, SystemTime time) {
        this.fleet = fleet;
        this.sink = shown;
        this.maySkip = maySkip;
        this.time = time;
        this.lens = new StreamLens(fleet.archive().search(), time, attributions);
        this.view = new SessionView(new StoredLines(), time);
        view.drawnBy(lens::focus);
        this.cursor = fleet.archive().reader().cursor(Math.max(1, fleet.archive().end() - BEFORE));
    }

    /** What is shown of it. */
    public StreamView view() {
        return view;
    }

    /**
     * Shows it until the fleet has ended, or {@link #leave} is called.
     *
     * @throws IOException if the journal cannot be read, or nothing can be shown any more
     */
    public void show() throws IOException {
        fleet.following().run(cursor, this::take);
    }

    /** Ends {@link #show} soon. May be called by any thread. */
    public void leave() {
        fleet.following().stop();
    }

    private void take(List<JournalEntry> entries) throws IOException {
        if (lens.isMoved()) {
            accept(lens.refocus(cursor.sequence()));
        }
        for (Notice notice = said.poll(); notice != null; notice = said.poll()) {
            accept(List.of(notice));
        }
        if (!entries.isEmpty()) {
            accept(lens.see(entries));
            skip();
        } else if (flushes == 0 || (flushes == 1 && time.elapsed().minus(flushedAt).compareTo(SOON) >= 0)) {
            sink.flush();
            flushes++;
            flushedAt = time.elapsed();
        }
    }

    private void accept(List<JournalEntry> entries) throws IOException {
        sink.accept(entries);
        flushes = 0;
    }

    private void skip() throws IOException {
        long end = fleet.archive().end();
        if (maySkip && end - cursor.sequence() > MOST_BEHIND) {
            List<JournalEntry> passed = cursor.skipTo(end - STILL_SHOWN, SKIPPED);
            accept(lens.see(passed));
        }
    }

    /** Says something in this stream alone. May be called by any thread. */
    public void say(Level level, String text) {
        said.add(new Notice(1, time.instant(), level, text));
    }

    /** The lines that are stored, read apart from what is shown: questions come from another thread. */
    private final class StoredLines implements ViewedLines {
        @Override
        public void ask(Question question) throws IOException, QueryException {
            try (Archive own = fleet.opener().open()) {
                question.ask(fleet.asking().of(own));
            }
        }

        @Override
        public UnfinishedSource unfinished() {
            return new UnfinishedElsewhere(fleet.session()::unfinishedAfter);
        }

        @Override
        public void rule(Instant at, String ruler) {
            said.add(new Notice(1, at, Level.INFO, ruler));
        }
    }
}
