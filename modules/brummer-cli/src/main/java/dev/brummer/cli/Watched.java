package dev.brummer.cli;

import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A report that is shown anew each second: until the fleet ends, somebody has seen enough, or nobody reads it. */
final class Watched {
    private static final long PACE_MILLIS = 1000;

    private final Terminal terminal;
    private final SignalTraps signals;

    Watched(Terminal terminal, SignalTraps signals) {
        this.terminal = terminal;
        this.signals = signals;
    }

    /** Takes a look. */
    @FunctionalInterface
    interface Look {
        /** What there is to show; empty where it says nothing that is not shown already. */
        Optional<String> take() throws SessionException;
    }

    /**
     * Shows what the looks find: in place on a terminal, one below the other elsewhere.
     *
     * @param json whether each look is a line of its own everywhere
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    void show(boolean json, Look look) throws SessionException, InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        signals.onEnd(_ -> enough.countDown());
        Redrawing.Frames frames = json ? Redrawing.Frames.plain(terminal) : Redrawing.Frames.on(terminal, false);
        try {
            do {
                Optional<String> text = look.take();
                if (text.isPresent()) {
                    frames.draw(text.get());
                }
            } while (!enough.await(PACE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (SessionOverException e) {
            // Its end is the end of what there is to see.
        } catch (OutputException e) {
            // Nothing more is to be seen; why, is said where that matters to somebody.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
