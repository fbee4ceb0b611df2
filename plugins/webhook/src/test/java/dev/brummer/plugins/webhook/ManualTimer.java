package dev.brummer.plugins.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A timer whose time goes by when a test says so. */
final class ManualTimer implements Timer {
    private record Due(Duration at, Runnable task) {}

    private final List<Due> due = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void after(Duration delay, Runnable task) {
        due.add(new Due(now.plus(delay), task));
    }

    void elapse(Duration time) {
        Duration until = now.plus(time);
        while (true) {
            Due next = due.stream().min(Comparator.comparing(Due::at)).orElse(null);
            if (next == null || next.at().compareTo(until) > 0) {
                break;
            }
            due.remove(next);
            now = next.at();
            next.task().run();
        }
        now = until;
    }
}
