package dev.brummer.plugins.console;

import dev.brummer.plugins.files.RotatingFile;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the console draws, in a file: without colours, and whatever of it the console leaves out. */
final class FileSink implements OutputSink {
    private final RotatingFile file;
    private final Set<ServiceId> services;
    private final ConsoleSink lines;

    /** @param services whose lines it takes; empty for all */
    FileSink(RotatingFile file, SinkContext host, TimeColumn times, Set<ServiceId> services) {
        this.file = file;
        this.services = services;
        this.lines = new ConsoleSink(new Surroundings(host), times, true);
    }

    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        lines.accept(services.isEmpty() ? entries : entries.stream().flatMap(this::wanted).toList());
    }

    @Override
    public boolean keepsEntries() {
        return false;
    }

    private Stream<JournalEntry> wanted(JournalEntry entry) {
        return switch (entry) {
            case LogBatch batch -> wanted(batch);
            case StateChange change -> isWanted(change.instance().service()) ? Stream.of(change) : Stream.empty();
            case FactBatch _, Notice _, Gap _ -> Stream.of(entry);
        };
    }

    /** The wanted lines, those in a row together. */
    private Stream<JournalEntry> wanted(LogBatch batch) {
        Stream.Builder<JournalEntry> wanted = Stream.builder();
        int from = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (!isWanted(batch.service(i))) {
                if (from < i) {
                    wanted.add(batch.lines(from, i));
                }
                from = i + 1;
            }
        }
        if (from < batch.size()) {
            wanted.add(batch.lines(from, batch.size()));
        }
        return wanted.build();
    }

    private boolean isWanted(ServiceId service) {
        return services.isEmpty() || services.contains(service);
    }

    @Override
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            lines.close();
        }
    }

    /** The file in the console's place. */
    private final class Surroundings implements SinkContext, HostConsole {
        private final SinkContext host;
        private List<Shown> of = List.of();
        private List<Shown> instances = List.of();

        Surroundings(SinkContext host) {
            this.host = host;
        }

        @Override
        public List<Shown> instances() {
            List<Shown> now = host.instances();
            if (now != of) {
                of = now;
                instances = wanted(now);
            }
            return instances;
        }

        // What a service says of the console does not concern a file.
        private List<Shown> wanted(List<Shown> all) {
            return all.stream()
                    .filter(shown -> isWanted(shown.instance().service()))
                    .map(shown -> new Shown(shown.instance(), shown.stage(), Show.ALL))
                    .toList();
        }

        @Override
        public void warn(String text) {
            host.warn(text);
        }

        @Override
        public Path folder() {
            return host.folder();
        }

        @Override
        public InstantSource clock() {
            return host.clock();
        }

        @Override
        public HostConsole console() {
            return this;
        }

        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public int columns() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void write(ByteBuffer frame) throws IOException {
            file.write(frame);
        }
    }
}
