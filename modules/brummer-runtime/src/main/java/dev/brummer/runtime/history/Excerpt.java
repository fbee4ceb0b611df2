package dev.brummer.runtime.history;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.Happenings.Happening;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The end of a start, within a bound: what happened, and of each service its newest lines, so that one that writes much
 * takes no room from the others.
 */
public final class Excerpt {
    /** So many of a service's units are read at once, for each may be long. */
    private static final int READ_AT_ONCE = 200;

    private static final int MOST_HAPPENINGS = 5000;

    /** What is longer is cut: one line is not to be all that is known of a service. */
    private static final int LONGEST_LINE = 8 << 10;

    /** What a line takes beside its text. */
    private static final int MARGIN = 60;

    /** It does not pay to share out less. */
    private static final int LEAST_SHARE = LONGEST_LINE * 2;

    private Excerpt() {}

    /**
     * Reads it.
     *
     * @param services for each the query that means its lines
     * @param from nothing that came before
     * @param bytes how many the lines may have, about
     * @return single lines and what happened, in order
     * @throws IOException if the journal cannot be read
     */
    public static List<JournalEntry> of(Archive archive, Collection<BoundQuery> services, Instant from, int bytes)
            throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (Happening happening :
                new Happenings(List.of(), from).newest(archive.reader().events(1), MOST_HAPPENINGS)) {
            entries.add(happening.entry());
        }
        List<Newest> open = new ArrayList<>(services.stream().map(query -> new Newest(archive, query)).toList());
        long left = bytes;
        long share = open.isEmpty() ? 0 : left / open.size();
        do {
            for (Newest service : List.copyOf(open)) {
                left -= service.take(share, entries);
                if (service.isExhausted()) {
                    open.remove(service);
                }
            }
            share = open.isEmpty() ? 0 : left / open.size();
        } while (share >= LEAST_SHARE);
        entries.sort(Comparator.comparingLong(JournalEntry::sequence));
        return List.copyOf(entries);
    }

    /** The lines of one service, the newest first. For one thread. */
    private static final class Newest {
        private final Archive archive;
        private final BoundQuery query;
        private final Deque<LogBatch> read = new ArrayDeque<>();
        private long before;
        private boolean begun;

        Newest(Archive archive, BoundQuery query) {
            this.archive = archive;
            this.query = query;
            this.before = archive.end();
        }

        boolean isExhausted() {
            return begun && read.isEmpty();
        }

        /** Adds lines as long as there is room for them; returns how much they take. */
        long take(long room, List<JournalEntry> to) throws IOException {
            long taken = 0;
            readOn();
            while (!read.isEmpty()) {
                LogBatch line = read.getFirst();
                long takes = line.length(0) + MARGIN;
                if (taken + takes > room) {
                    return taken;
                }
                to.add(line);
                taken += takes;
                read.removeFirst();
                readOn();
            }
            return taken;
        }

        private void readOn() throws IOException {
            begun = true;
            if (read.isEmpty()) {
                List<Unit> units = archive.search().newest(query, READ_AT_ONCE, before);
                for (Unit unit : units.reversed()) {
                    before = Math.min(before, unit.sequence());
                    unit.pieces().reversed().forEach(this::add);
                }
            }
        }

        private void add(LogBatch piece) {
            for (int i = piece.size() - 1; i >= 0; i--) {
                read.add(cut(piece.lines(i, i + 1)));
            }
        }
    }

    private static LogBatch cut(LogBatch line) {
        int length = line.length(0);
        if (length <= LONGEST_LINE) {
            return line.detached();
        }
        byte[] mark = (" … (" + (length - LONGEST_LINE) + " more bytes)").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[LONGEST_LINE + mark.length];
        System.arraycopy(line.bytes(), line.offset(0), bytes, 0, LONGEST_LINE);
        System.arraycopy(mark, 0, bytes, LONGEST_LINE, mark.length);
        return Rewritten.of(line, bytes, false);
    }
}
