package dev.brummer.cli;

import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Shows on standard error what a fleet of another process writes from now on, until it is closed. */
final class StreamEcho implements AutoCloseable {
    private final Following following;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private StreamEcho(Following following) {
        this.following = following;
    }

    /** @throws IOException if the journal cannot be read */
    static StreamEcho begin(Histories histories, Start start, Terminal terminal) throws IOException {
        Archive archive = Archive.open(start);
        StreamEcho echo = new StreamEcho(new Following(archive.reader(), histories.own()));
        long end = archive.end();
        DaemonThreads.start("echo", () -> echo.run(histories, archive, end, terminal));
        return echo;
    }

    private void run(Histories histories, Archive archive, long from, Terminal terminal) {
        try (archive;
                OutputSink sink = histories.output(archive, histories.investigation(archive), terminal.errors())
                        .text(false, true)) {
            following.run(archive.reader().cursor(from), entries -> {
                if (!entries.isEmpty()) {
                    sink.accept(entries);
                    sink.flush();
                }
            });
        } catch (IOException e) {
            terminal.complain("brum: what the services write cannot be shown: " + e.getMessage());
        } finally {
            done.complete(null);
        }
    }

    /** Ends it, and waits until all has been shown that was read. */
    @Override
    public void close() {
        following.stop();
        Void ignored = done.join();
    }
}
