package dev.brummer.process;

import dev.brummer.core.engine.RunObserver;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that read what a run writes, one a stream. Platform threads: blocking reads would pin the carriers of
 * virtual ones.
 */
final class RunReaders {
    private static final Duration LAST_READ = Duration.ofSeconds(1);

    private final List<Thread> threads = new ArrayList<>();

    void read(String name, RunObserver observer, StreamName stream, ChildPipe pipe) {
        threads.add(DaemonThreads.startReader(name, () -> {
            try {
                observer.output(stream, pipe.source());
            } catch (IOException e) {
                // The pipe was closed under the reader because a stranger held its write end open.
                pipe.finish();
            }
        }));
    }

    /**
     * Waits until everything that was written is read. A process that is no member of the run may hold a write end for
     * good; the pipes are closed then.
     */
    void drain(List<ChildPipe> pipes) throws InterruptedException {
        pipes.forEach(ChildPipe::finish);
        for (Thread thread : threads) {
            if (!thread.join(LAST_READ)) {
                close(pipes);
                thread.join();
            }
        }
        close(pipes);
    }

    private static void close(List<ChildPipe> pipes) {
        for (ChildPipe pipe : pipes) {
            try {
                pipe.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a pipe", e);
            }
        }
    }
}
