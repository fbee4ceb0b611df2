package shop.shared;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The requests of a service: how many it answered with what, how fast, and how many it is working on. */
final class Traffic {
    /** What was answered in some stretch of time. */
    record Interval(long requests, long nanos) {
        double averageMillis() {
            return requests == 0 ? 0 : nanos / 1e6 / requests;
        }
    }

    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private Interval interval = new Interval(0, 0);
    private int active;

    synchronized void begin() {
        active++;
    }

    synchronized void answered(int status, long nanos) {
        byStatus.merge(status, 1L, Long::sum);
        interval = new Interval(interval.requests + 1, interval.nanos + nanos);
    }

    synchronized void end() {
        active--;
        notifyAll();
    }

    synchronized int active() {
        return active;
    }

    synchronized Map<String, Long> byStatus() {
        var copy = new TreeMap<String, Long>();
        byStatus.forEach((status, count) -> copy.put(status.toString(), count));
        return copy;
    }

    synchronized Interval nextInterval() {
        Interval past = interval;
        interval = new Interval(0, 0);
        return past;
    }

    /** Waits until no request is under way; false if that took longer than allowed. */
    synchronized boolean awaitQuiet(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = deadline - System.nanoTime(); active > 0 && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return active == 0;
    }
}
