package dev.brummer.process;

import dev.brummer.core.engine.RunObserver;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that read what a run writes, one a stream. Platform threads: blocking reads would pin the carriers of
 * virtual ones.
 */
final class RunReaders {
    private static final Duration LAST_READ = Duration.ofSeconds(1);

    private final List<Future<?>> readers = new ArrayList<>();

    void read(String name, RunObserver observer, StreamName stream, ChildStream from) {
        readers.add(DaemonThreads.read(name, () -> {
            try {
                observer.output(stream, from.source());
            } catch (IOException e) {
                // It was closed under the reader because a stranger held its write end open.
                from.finish();
            }
        }));
    }

    /**
     * Waits until everything that was written is read. A process that is no member of the run may go on writing for
     * good; the streams are closed then.
     */
    void drain(List<ChildStream> streams) throws InterruptedException {
        streams.forEach(ChildStream::finish);
        for (Future<?> reader : readers) {
            if (!hasEnded(reader)) {
                close(streams);
                end(reader);
            }
        }
        close(streams);
    }

    private static boolean hasEnded(Future<?> reader) throws InterruptedException {
        try {
            reader.get(LAST_READ.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading what a run wrote", e.getCause());
        }
    }

    private static void end(Future<?> reader) throws InterruptedException {
        try {
            reader.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading what a run wrote", e.getCause());
        }
    }

    private static void close(List<ChildStream> streams) {
        for (ChildStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a stream of a run", e);
            }
        }
    }
}
