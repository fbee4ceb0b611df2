package dev.brummer.runtime.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when something is done about changes: once they have come to rest, and not again and again without end. Knows
 * no clock; used by one thread.
 */
public final class WatchPace {
    /** How often something may be done within {@link #WINDOW} before it is taken for flapping. */
    public static final int MOST = 10;

    /** Also how long no file must change until a paused watch goes on. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    // A build that never rests must not hold back a restart for ever.
    private static final int LONGEST_STORM = 10;
    private static final int MOST_NAMES = 1000;

    private final Duration debounce;
    private final Set<String> files = new LinkedHashSet<>();
    private final Deque<Duration> acted = new ArrayDeque<>();
    private Duration first = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private boolean paused;
    private boolean busy;

    public WatchPace(Duration debounce) {
        this.debounce = debounce;
    }

    /** What is to be done. */
    public sealed interface Verdict {
        /** Nothing yet. */
        record Wait() implements Verdict {}

        /** @param what which files changed, in words that "changed" follows */
        record Act(String what) implements Verdict {}

        /** It went on too often: nothing is done until files have not changed for {@link #WINDOW}. */
        record Pause() implements Verdict {}

        /** The pause is over. */
        record Resume() implements Verdict {}
    }

    /** A file changed. */
    public void changed(String file, Duration now) {
        last = now;
        if (paused) {
            return;
        }
        if (files.isEmpty()) {
            first = now;
        }
        if (files.size() < MOST_NAMES) {
            files.add(file);
        }
    }

    /** While what was decided last is being done, changes wait. */
    public void busy(boolean now) {
        busy = now;
    }

    /** When {@link #due} is to be asked; empty if there is nothing to wait for. */
    public Optional<Duration> next() {
        if (paused) {
            return Optional.of(last.plus(WINDOW));
        }
        if (files.isEmpty() || busy) {
            return Optional.empty();
        }
        Duration rest = last.plus(debounce);
        Duration latest = first.plus(debounce.multipliedBy(LONGEST_STORM));
        return Optional.of(rest.compareTo(latest) < 0 ? rest : latest);
    }

    /** Decides. What it says to do counts as done. */
    public Verdict due(Duration now) {
        if (next().filter(at -> at.compareTo(now) <= 0).isEmpty()) {
            return new Verdict.Wait();
        }
        if (paused) {
            paused = false;
            acted.clear();
            return new Verdict.Resume();
        }
        String what = what();
        files.clear();
        while (!acted.isEmpty() && acted.peekFirst().plus(WINDOW).compareTo(now) <= 0) {
            acted.removeFirst();
        }
        if (acted.size() >= MOST) {
            paused = true;
            return new Verdict.Pause();
        }
        acted.addLast(now);
        return new Verdict.Act(what);
    }

    private String what() {
        String name = files.iterator().next();
        int others = files.size() - 1;
        return others == 0 ? name : name + " and " + others + (others == 1 ? " other" : " others");
    }
}
