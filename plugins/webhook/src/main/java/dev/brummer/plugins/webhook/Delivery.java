package dev.brummer.plugins.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Decides when which entries are sent: after they were collected for a while or when a batch is full, one batch at a
 * time, and after a failure again, with growing pauses, for ever. What goes wrong is said once, and that it is over as
 * well. Safe for use by several threads; nothing here waits but {@link #close}.
 */
final class Delivery {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_PAUSE = Duration.ofMillis(200);
    // One lost connection is nothing to be told of.
    private static final int TROUBLE = 3;
    private static final String TOO_SLOW = "does not take entries as fast as they come";

    private final String name;
    private final Duration interval;
    private final Post post;
    private final Timer timer;
    private final Consumer<String> warnings;
    private final Backlog backlog;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private Stage stage = Stage.IDLE;
    // Timers of an older number have nothing to say any more.
    private long timers;
    private int failures;
    private boolean told;
    private boolean closing;
    private boolean lastTry;
    // What comes of a batch that is given up is our own doing, and says nothing of the receiver.
    private boolean givenUp;
    private String why = "";

    private enum Stage {
        IDLE,
        COLLECTING,
        SENDING,
        PAUSING
    }

    /**
     * @param name of the address, for messages
     * @param interval how long entries are collected
     */
    Delivery(String name, int batch, Duration interval, Post post, Timer timer, Consumer<String> warnings) {
        this.name = name;
        this.backlog = new Backlog(batch);
        this.interval = interval;
        this.post = post;
        this.timer = timer;
        this.warnings = warnings;
    }

    /** Takes an entry, a JSON object. */
    synchronized void add(byte[] entry) {
        boolean full = backlog.isFull();
        backlog.add(entry);
        if (stage == Stage.IDLE) {
            collect();
        } else if (stage == Stage.COLLECTING && !full && backlog.isFull()) {
            sendAfter(Duration.ZERO, Stage.COLLECTING);
        }
        if (backlog.dropped() > 0) {
            tell(TOO_SLOW + "; the oldest are dropped");
        }
    }

    private void collect() {
        if (backlog.isEmpty()) {
            stage = Stage.IDLE;
            finishIfClosing();
        } else {
            sendAfter(closing || backlog.isFull() ? Duration.ZERO : interval, Stage.COLLECTING);
        }
    }

    private void sendAfter(Duration delay, Stage meanwhile) {
        stage = meanwhile;
        long number = ++timers;
        timer.after(delay, () -> send(number));
    }

    private void send(long number) {
        byte[] body;
        synchronized (this) {
            if (number != timers || stage == Stage.SENDING) {
                return;
            }
            stage = Stage.SENDING;
            body = backlog.take();
        }
        post.send(body).thenAccept(this::answered);
    }

    private synchronized void answered(Outcome outcome) {
        if (givenUp) {
            return;
        }
        switch (outcome) {
            case Outcome.Taken() -> taken();
            case Outcome.Refused(var reason) -> refused(reason);
            case Outcome.Later(var reason, var asked) -> failed(reason, asked);
        }
    }

    private void taken() {
        long lost = backlog.dropped();
        backlog.arrived();
        failures = 0;
        if (told) {
            String loss = lost == 0 ? "" : "; " + entries(lost) + " did not reach it";
            warnings.accept("webhook " + name + " takes entries again" + loss);
            told = false;
        }
        why = "";
        collect();
    }

    private void refused(String reason) {
        why = reason;
        backlog.drop();
        failures = 0;
        tell(reason + "; what it refuses is not sent again");
        collect();
    }

    private void failed(String reason, Duration asked) {
        why = reason;
        backlog.takeBack();
        failures++;
        if (failures == TROUBLE) {
            tell(reason + "; tried again until it takes entries, of which the latest "
                    + Backlog.MOST_ENTRIES + " are kept");
        }
        if (closing) {
            tryOnceMore(asked);
        } else {
            Duration pause = pause();
            sendAfter(asked.compareTo(pause) > 0 ? asked : pause, Stage.PAUSING);
        }
    }

    private void tryOnceMore(Duration asked) {
        if (lastTry || !asked.isZero()) {
            stage = Stage.PAUSING;
            finishIfClosing();
        } else {
            lastTry = true;
            sendAfter(LAST_PAUSE, Stage.PAUSING);
        }
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void tell(String what) {
        if (!told && !closing) {
            told = true;
            warnings.accept("webhook " + name + " " + what);
        }
    }

    private void finishIfClosing() {
        if (closing) {
            finished.complete(null);
        }
    }

    /**
     * Sends what is left; what fails is tried once more.
     *
     * @param patience how long at most
     * @throws IOException if something did not arrive; the message is for the user
     */
    void close(Duration patience) throws IOException {
        try (post) {
            beginToClose();
            awaitEnd(patience);
        }
        tellWhatIsMissing();
    }

    private void awaitEnd(Duration patience) {
        try {
            finished.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            giveUp("did not take the last ones in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp("was left");
        } catch (ExecutionException e) {
            throw new IllegalStateException("it only ever completes", e);
        }
    }

    private synchronized void beginToClose() {
        closing = true;
        switch (stage) {
            case IDLE -> finishIfClosing();
            case COLLECTING, PAUSING -> sendAfter(Duration.ZERO, Stage.COLLECTING);
            case SENDING -> {}
        }
    }

    private synchronized void giveUp(String reason) {
        givenUp = true;
        why = why.isEmpty() ? reason : why;
    }

    private synchronized void tellWhatIsMissing() throws IOException {
        long missing = backlog.missing();
        if (missing > 0) {
            String reason = why.isEmpty() ? TOO_SLOW : why;
            throw new IOException(entries(missing) + " did not reach webhook " + name + ", which " + reason);
        }
    }

    private static String entries(long count) {
        return count == 1 ? "1 entry" : count + " entries";
    }
}
