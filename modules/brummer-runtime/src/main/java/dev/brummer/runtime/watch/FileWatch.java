package dev.brummer.runtime.watch;

import dev.brummer.process.DaemonThreads;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHasher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.helpers.NOPLogger;

/** Tells of changes to files, on a thread of its own. */
public final class FileWatch implements Closeable {
    private final Find find;
    private final Consumer<String> changed;
    private final Consumer<String> trouble;
    private Optional<DirectoryWatcher> watcher = Optional.empty();
    private boolean closed;

    /** Finds out which files to watch. */
    @FunctionalInterface
    public interface Find {
        /** @throws IOException if what says so cannot be read */
        WatchedFiles files() throws IOException;
    }

    /**
     * @param find asked on the watch's own thread
     * @param changed told of each file that changed, as a person calls it
     * @param trouble told what cannot be watched, and why
     */
    public FileWatch(Find find, Consumer<String> changed, Consumer<String> trouble) {
        this.find = find;
        this.changed = changed;
        this.trouble = trouble;
    }

    /** Begins to look; returns at once. */
    public void begin(String name) {
        DaemonThreads.start("watch " + name, this::run);
    }

    private void run() {
        try {
            WatchedFiles files = find.files();
            files.missing().forEach(path -> trouble.accept("there is no " + path + " to watch"));
            if (files.folders().isEmpty()) {
                return;
            }
            DirectoryWatcher made = made(files);
            if (keep(made)) {
                made.watch();
                made.close();
                endedItself();
            }
        } catch (ClosedWatchServiceException closedByUs) {
            return;
        } catch (IOException e) {
            trouble.accept(String.valueOf(e.getMessage()) + "; is fs.inotify.max_user_watches large enough?");
        }
    }

    private synchronized void endedItself() {
        if (!closed) {
            trouble.accept("the watched folders are gone");
        }
    }

    private DirectoryWatcher made(WatchedFiles files) throws IOException {
        return DirectoryWatcher.builder()
                .paths(files.folders())
                .fileHasher(FileHasher.LAST_MODIFIED_TIME)
                .fileTreeVisitor((start, folders, each) -> files.walk(start, folders::call, each::call))
                .logger(NOPLogger.NOP_LOGGER)
                .listener(new Listener(files))
                .build();
    }

    private synchronized boolean keep(DirectoryWatcher made) throws IOException {
        if (closed) {
            made.close();
        }
        watcher = Optional.of(made);
        return !closed;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (watcher.isPresent()) {
            watcher.get().close();
        }
    }

    private final class Listener implements DirectoryChangeListener {
        private final WatchedFiles files;

        Listener(WatchedFiles files) {
            this.files = files;
        }

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            switch (event.eventType()) {
                case OVERFLOW -> changed.accept("more than the system can tell");
                case CREATE, MODIFY, DELETE -> {
                    if (!event.isDirectory()) {
                        files.named(event.path(), false).ifPresent(changed);
                    }
                }
            }
        }

        @Override
        public void onException(Exception e) {
            trouble.accept(String.valueOf(e.getMessage()));
        }
    }
}
