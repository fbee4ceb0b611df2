package shop.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Allows each client so many requests in a window of time, which begins with the client's first request. */
public final class RateLimiter {
    /** The verdict on one request; {@code used} counts those allowed in this window. */
    public record Verdict(boolean allowed, int used, int limit, Duration windowLeft) {
        /** Whether the client should be told about: at three quarters of its limit, and at the limit. */
        public boolean worthTelling() {
            return allowed && (used == limit || used == (limit * 3 + 3) / 4);
        }

        /** Whether this was the last request the window allows. */
        public boolean exhausted() {
            return used == limit;
        }
    }

    private record Window(Instant end, int used) {}

    private final int limit;
    private final Duration length;
    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();

    public RateLimiter(int limit, Duration length, InstantSource clock) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 request or more, not " + limit);
        }
        this.limit = limit;
        this.length = length;
        this.clock = clock;
    }

    /** Counts a request of a client and says whether it may pass. */
    public synchronized Verdict ask(String client) {
        Instant now = clock.instant();
        Window window = windows.get(client);
        if (window == null || !now.isBefore(window.end)) {
            // The moment to forget those who left: the map holds only clients of the last window.
            windows.values().removeIf(old -> !now.isBefore(old.end));
            window = new Window(now.plus(length), 0);
        }
        boolean allowed = window.used < limit;
        int used = allowed ? window.used + 1 : window.used;
        windows.put(client, new Window(window.end, used));
        return new Verdict(allowed, used, limit, Duration.between(now, window.end));
    }

    synchronized int clients() {
        return windows.size();
    }
}
