package dev.brummer.runtime;

import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.alert.AlertNews;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has one courier carry alerts one after the other, and holds up nobody. What cannot be delivered is said. */
final class AlertOutlet {
    private static final int MOST_WAITING = 100;

    private final String name;
    private final AlertCourier courier;
    private final Consumer<String> warnings;
    private final BugReports bugs;
    private final ThreadPoolExecutor thread;

    /** @param name what alerts go to, in a word */
    AlertOutlet(String name, AlertCourier courier, Consumer<String> warnings, BugReports bugs) {
        this.name = name;
        this.courier = courier;
        this.warnings = warnings;
        this.bugs = bugs;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING),
                DaemonThreads.factory("alerts-" + name));
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    void offer(AlertNews news) {
        try {
            String otherwise = "this alert did not reach the " + name + " (" + news.line() + ")";
            thread.execute(() -> take(() -> courier.carry(news), otherwise));
        } catch (RejectedExecutionException e) {
            warnings.accept(
                    "an alert is left out, for the " + name + " does not take them as fast as they come: " + news.line());
        }
    }

    private void take(Step step, String otherwise) {
        try {
            step.take();
        } catch (IOException e) {
            warnings.accept(otherwise + ": " + e.getMessage());
        } catch (InterruptedException e) {
            warnings.accept(otherwise + ": it did not end in time");
        } catch (RuntimeException | Error e) {
            bugs.broke("telling the " + name + " of an alert", e);
        }
    }

    /** Takes no more, and begins to end once everything taken is delivered. */
    void beginToClose() {
        try {
            thread.execute(() -> take(courier::close, "not all alerts reached the " + name));
        } catch (RejectedExecutionException e) {
            // So many wait that they will not be delivered anyhow.
            warnings.accept("not all alerts reached the " + name + ": too many were waiting");
        }
        thread.shutdown();
    }

    /** Waits for its end; what takes longer is given up. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            int left = thread.shutdownNow().size();
            warnings.accept("the " + name + " is given up, which has not taken all alerts yet"
                    + (left > 1 ? "; " + (left - 1) + " are left" : ""));
        }
    }
}
