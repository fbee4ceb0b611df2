package dev.brummer.server;

import dev.brummer.insight.name.Attribution;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.UnitFilter;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands a journal on to one client as server-sent events, at the client's pace, until the journal ends. What a client
 * does not take waits in the journal alone; where that becomes too much, records are left out, and a gap says how many.
 * For one thread.
 */
final class EventStream implements Reply.Writer {
    private static final int READ_AT_ONCE = 64 << 10;
    private static final int STILL_SENT = 1_000;

    /** A unit may have begun so far before the place from which a client goes on. */
    private static final int REMEMBERED = 5_000;

    private static final String SKIPPED = "skipped for a client that is too slow; GET /v1/journal has them";

    private final LiveJournal journal;
    private final Optional<UnitFilter> filter;
    private final Follow follow;
    private final JournalCursor cursor;
    private final EntryJson json = new EntryJson();
    private final Attribution attribution;
    private final FrameBuffer events = new FrameBuffer(READ_AT_ONCE);
    private long behind;
    private long told;

    /**
     * What is followed, and how.
     *
     * @param query which lines; empty for everything
     * @param after the number of the entry behind which it begins
     * @param limits how long it is silent, and how far it falls behind
     */
    record Follow(Optional<BoundQuery> query, long after, Pace limits) {}

    /**
     * @param heartbeat how long nothing is sent at most
     * @param mostBehind how many records a client may fall behind
     */
    record Pace(Duration heartbeat, int mostBehind) {
        static final Pace USUAL = new Pace(Limits.HEARTBEAT, Limits.MOST_BEHIND);
    }

    EventStream(LiveJournal journal, Follow follow) throws IOException {
        this.journal = journal;
        this.attribution = journal.attribution();
        this.filter = follow.query().map(journal::filter);
        this.follow = follow;
        this.cursor = journal.cursor(follow.after() + 1);
        this.told = follow.after();
        this.behind = lag();
    }

    @Override
    public void write(OutputStream out) throws IOException, InterruptedException {
        remember();
        beat(out);
        try {
            // In this order: what was written before the end is read after it was seen.
            for (boolean over = false; !over; ) {
                over = journal.isOver();
                sendWhatThereIs(out);
                if (!over && !cursor.awaitMore(follow.limits().heartbeat()) && !journal.isOver()) {
                    beat(out);
                }
            }
        } catch (SlowQueryException e) {
            byte[] fault = Json.write(new Fault(400, "slow-query", String.valueOf(e.getMessage())).body());
            out.write(events.add("event: error\ndata: ").add(fault).add("\n\n").array(), 0, events.size());
        }
    }

    /** A comment, which tells a client that somebody is still there, and this side whether the client is. */
    private static void beat(OutputStream out) throws IOException {
        out.write(':');
        out.write('\n');
        out.write('\n');
        out.flush();
    }

    /** Shows the filter what the client has been sent already, so that it knows which units go on. */
    private void remember() throws IOException {
        if (filter.isEmpty()) {
            return;
        }
        JournalCursor before = journal.cursor(Math.max(1, follow.after() + 1 - REMEMBERED));
        List<JournalEntry> entries = before.next(READ_AT_ONCE);
        while (!entries.isEmpty() && entries.getFirst().sequence() <= follow.after()) {
            for (JournalEntry entry : entries) {
                if (entry instanceof LogBatch batch && batch.sequence() <= follow.after()) {
                    int known = (int) Math.min(batch.size(), follow.after() + 1 - batch.sequence());
                    var ignored = filter.get().pick(batch.lines(0, known));
                }
            }
            entries = before.next(READ_AT_ONCE);
        }
    }

    private void sendWhatThereIs(OutputStream out) throws IOException {
        List<JournalEntry> entries = next();
        while (!entries.isEmpty()) {
            for (JournalEntry entry : attribution.of(seen(entries))) {
                send(entry, out);
            }
            out.write(events.array(), 0, events.size());
            out.flush();
            events.clear();
            entries = next();
        }
    }

    private List<JournalEntry> next() throws IOException {
        long lag = lag();
        // Who begins far behind may catch up, and is too slow only if falling back further.
        if (lag > behind + follow.limits().mostBehind()) {
            behind = 0;
            List<JournalEntry> passed = cursor.skipTo(journal.lastSequence() + 1 - STILL_SENT, SKIPPED);
            if (!passed.isEmpty()) {
                return passed;
            }
        }
        behind = Math.min(behind, lag);
        return cursor.next(READ_AT_ONCE);
    }

    private long lag() {
        return Math.max(0, journal.lastSequence() + 1 - cursor.sequence());
    }

    private List<JournalEntry> seen(List<JournalEntry> entries) {
        if (filter.isEmpty()) {
            return entries;
        }
        List<JournalEntry> seen = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof LogBatch batch) {
                seen.addAll(filter.get().pick(batch));
            } else if (entry instanceof Gap) {
                seen.add(entry);
            }
        }
        return seen;
    }

    private void send(JournalEntry entry, OutputStream out) throws IOException {
        json.each(entry, (number, object, length) -> {
            // A line that is known to be meant only since a later one came has no id: to go on behind it would be to go
            // back.
            if (number > told) {
                told = number;
                events.add("id: ").add(Long.toString(number)).add('\n');
            }
            events.add("data: ").add(object, 0, length).add("\n\n");
            if (events.size() > READ_AT_ONCE) {
                out.write(events.array(), 0, events.size());
                events.clear();
            }
        });
    }
}
