package dev.brummer.runtime;

import dev.brummer.api.Filters;
import dev.brummer.api.StreamView;
import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What whoever sits at the console has asked to see. */
final class SessionView implements StreamView {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String RULER = "─".repeat(24);

    private final Journal journal;
    private final InstantSource time;
    private Filters filters = Filters.NONE;

    SessionView(Journal journal, InstantSource time) {
        this.journal = journal;
        this.time = time;
    }

    @Override
    public synchronized void show(String query) {
        filters = new Filters(Optional.of(query), filters.hidden());
    }

    @Override
    public synchronized void hide(String query) {
        filters = new Filters(filters.shown(), Optional.of(query));
    }

    @Override
    public synchronized void clear() {
        filters = Filters.NONE;
    }

    @Override
    public synchronized Filters filters() {
        return filters;
    }

    @Override
    public Instant mark() {
        Instant now = time.instant();
        String shown = SHOWN.format(now.atZone(ZoneId.systemDefault()));
        long ignored = journal.notice(Level.INFO, RULER + " " + shown + " " + RULER);
        return now;
    }
}
