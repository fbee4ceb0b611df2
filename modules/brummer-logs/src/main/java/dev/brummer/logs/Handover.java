package dev.brummer.logs;

import dev.brummer.logs.query.Unit;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Where one thread leaves units, a bounded number of lists ahead of the one that takes them. */
final class Handover {
    private static final int AHEAD = 8;
    private static final List<Hit> END = List.of();

    private final LinkedBlockingQueue<List<Hit>> lists = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(AHEAD);

    /** Leaves units; waits while there is no room. */
    void give(List<Hit> units) {
        if (!units.isEmpty()) {
            room.acquireUninterruptibly();
            lists.add(units);
        }
    }

    /** Says that nothing more will come. */
    void end() {
        lists.add(END);
    }

    /** Lets the giver go on without anybody who takes. */
    void abandon() {
        room.release(Integer.MAX_VALUE / 2);
    }

    /** Takes everything, to the end. */
    void drain(Consumer<Unit> visitor) throws InterruptedException {
        for (List<Hit> units = lists.take(); !units.isEmpty(); units = lists.take()) {
            room.release();
            units.forEach(hit -> visitor.accept(hit.unit()));
        }
    }
}
