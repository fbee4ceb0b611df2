package dev.brummer.logs;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Finds units in a journal, a segment at a time and several of them at once. A unit that crosses the end of a segment
 * is two. Safe for use by several threads, as far as the journal is.
 */
public final class JournalSearch {
    /** How many bytes are found before they are handed on. */
    private static final int FOUND = 256 << 10;

    /** How many bytes are looked at at once from the end on, for the newest lines are often enough. */
    private static final int FIRST_BLOCK = 64 << 10;

    private static final int BLOCK = 2 << 20;

    /** By how much times may be wrong: those of batches that a unit reaches into, and a clock that is set back. */
    private static final long TOLERANCE = Duration.ofSeconds(2).toNanos() / 1000;

    private final Feed feed;
    private final Joiner.Maker joiners;
    private final ExecutorService workers;
    private final int parallel;
    private final SegmentImages images = new SegmentImages();

    JournalSearch(Feed feed, Joiner.Maker joiners, ExecutorService workers, int parallel) {
        this.feed = feed;
        this.joiners = joiners;
        this.workers = workers;
        this.parallel = parallel;
    }

    /**
     * The newest units that a query means, oldest first.
     *
     * @param limit how many at most
     * @param before only what has a lower sequence number
     * @throws IOException if the journal cannot be read
     */
    public List<Unit> newest(BoundQuery query, int limit, long before) throws IOException {
        return newest(query, limit, before, 0).stream().map(Hit::unit).toList();
    }

    /**
     * The newest units that a query means, oldest first, with the lines around them that the same segment holds.
     *
     * @param limit how many at most
     * @param before only what has a lower sequence number
     * @param context how many lines before and after each
     * @throws IOException if the journal cannot be read
     */
    public List<Hit> newest(BoundQuery query, int limit, long before, int context) throws IOException {
        List<Hit> newestFirst = new ArrayList<>();
        Deque<Segment> left = segments(query, 0, before);
        Deque<Future<List<Hit>>> begun = new ArrayDeque<>();
        // The newest segment alone is mostly enough: the others are begun once it was not.
        int atOnce = 1;
        while (newestFirst.size() < limit && (!left.isEmpty() || !begun.isEmpty())) {
            while (!left.isEmpty() && begun.size() < atOnce) {
                Segment segment = left.removeLast();
                begun.add(workers.submit(() -> newestOf(segment, query, limit, before, context)));
            }
            newestFirst.addAll(result(begun.removeFirst()));
            atOnce = parallel;
        }
        return newestFirst.subList(0, Math.min(limit, newestFirst.size())).reversed();
    }

    private List<Hit> newestOf(Segment segment, BoundQuery query, int limit, long before, int context)
            throws IOException {
        return images.with(segment, before, image -> {
            var search = new ImageSearch(image, query, context, joiners, feed.levels());
            List<Hit> newestFirst = new ArrayList<>();
            int to = image.count();
            int block = FIRST_BLOCK;
            while (to > 0 && newestFirst.size() < limit) {
                int from = image.blockBefore(to, block);
                for (Hit hit : search.between(from, to).reversed()) {
                    // A batch may begin before and end behind.
                    if (hit.sequence() < before) {
                        newestFirst.add(hit);
                    }
                }
                to = from;
                block = Math.min(BLOCK, block * 4);
            }
            return newestFirst;
        });
    }

    /**
     * Shows every unit that a query means, in the order of their sequence numbers.
     *
     * @param from only what has this sequence number or a higher one
     * @param before only what has a lower sequence number
     * @param visitor called by this thread
     * @throws IOException if the journal cannot be read
     */
    public void forEach(BoundQuery query, long from, long before, Consumer<Unit> visitor) throws IOException {
        Deque<Segment> left = segments(query, from, before);
        Deque<Handover> open = new ArrayDeque<>();
        Deque<Future<Integer>> begun = new ArrayDeque<>();
        try {
            while (!left.isEmpty() || !open.isEmpty()) {
                while (!left.isEmpty() && open.size() < parallel) {
                    Segment segment = left.removeFirst();
                    Handover units = new Handover();
                    open.add(units);
                    begun.add(workers.submit(() -> all(segment, query, before, units)));
                }
                drain(open.getFirst(), unit -> {
                    if (unit.sequence() >= from && unit.sequence() < before) {
                        visitor.accept(unit);
                    }
                });
                open.removeFirst();
                int ignored = result(begun.removeFirst());
            }
        } finally {
            open.forEach(Handover::abandon);
        }
    }

    private int all(Segment segment, BoundQuery query, long before, Handover to) throws IOException {
        try {
            return images.with(segment, before, image -> {
                var search = new ImageSearch(image, query, 0, joiners, feed.levels());
                int from = 0;
                while (image.has(from)) {
                    to.give(search.from(from, FOUND));
                    from = search.reached();
                }
                return from;
            });
        } finally {
            to.end();
        }
    }

    /** The segments in which something may be, oldest first. */
    private Deque<Segment> segments(BoundQuery query, long from, long before) {
        long fromMicros = Micros.bounded(query.from());
        long untilMicros = Micros.bounded(query.until());
        Deque<Segment> segments = new ArrayDeque<>();
        for (Segment segment = feed.oldest(); segment != null; segment = segment.next()) {
            Segment next = segment.next();
            boolean tooOld = next != null
                    && (next.firstSequence() <= from || next.firstMicros() + TOLERANCE < fromMicros);
            boolean tooNew = segment.firstSequence() >= before || segment.firstMicros() - TOLERANCE > untilMicros;
            if (!tooOld && !tooNew) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static void drain(Handover units, Consumer<Unit> visitor) {
        try {
            units.drain(visitor);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a search", e);
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a search", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw new IOException(cause.getMessage(), cause);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
