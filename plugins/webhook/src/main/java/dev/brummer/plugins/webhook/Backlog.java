package dev.brummer.plugins.webhook;

import dev.brummer.spi.text.FrameBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Entries that wait to be sent, and those of the batch that is under way. Beyond its bounds the oldest go, and are
 * counted. Not safe for several threads.
 */
final class Backlog {
    static final int MOST_ENTRIES = 10_000;
    static final int MOST_BYTES = 8 << 20;
    private static final int LARGEST_BATCH = 1 << 20;

    private final int batch;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private long bytes;
    private long dropped;
    private long droppedSaid;

    /** @param batch how many entries are sent at once at most */
    Backlog(int batch) {
        this.batch = batch;
    }

    void add(byte[] entry) {
        waiting.addLast(entry);
        bytes += entry.length;
        dropBeyondBounds();
    }

    private void dropBeyondBounds() {
        while (waiting.size() > MOST_ENTRIES || (bytes > MOST_BYTES && waiting.size() > 1)) {
            bytes -= waiting.removeFirst().length;
            dropped++;
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether a batch is full. */
    boolean isFull() {
        return waiting.size() >= batch;
    }

    /** The body of the next batch, which is under way from now on. */
    byte[] take() {
        var body = new FrameBuffer(1024).add("{\"entries\":[");
        for (int size = 0; !waiting.isEmpty() && sent.size() < batch && size < LARGEST_BATCH; ) {
            byte[] entry = waiting.removeFirst();
            bytes -= entry.length;
            size += entry.length;
            (sent.isEmpty() ? body : body.add(',')).add(entry);
            sent.add(entry);
        }
        droppedSaid = dropped;
        body.add("],\"dropped\":" + droppedSaid + "}");
        return Arrays.copyOf(body.array(), body.size());
    }

    /** The batch under way has arrived, and with it how many entries were dropped before. */
    void arrived() {
        sent.clear();
        dropped -= droppedSaid;
    }

    /** The batch under way will never arrive. */
    void drop() {
        dropped += sent.size();
        sent.clear();
    }

    /** The batch under way waits again. */
    void takeBack() {
        for (byte[] entry : sent.reversed()) {
            waiting.addFirst(entry);
            bytes += entry.length;
        }
        sent.clear();
        dropBeyondBounds();
    }

    /** How many entries were dropped since the last batch that arrived. */
    long dropped() {
        return dropped;
    }

    /** How many entries have not arrived: waiting, under way, or dropped since the last batch that arrived. */
    long missing() {
        return waiting.size() + sent.size() + dropped;
    }
}
