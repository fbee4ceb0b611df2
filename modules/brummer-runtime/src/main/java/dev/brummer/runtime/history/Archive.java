package dev.brummer.runtime.history;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.insight.trace.TraceJoiner;
import dev.brummer.logs.Hit;
import dev.brummer.logs.JournalReader;
import dev.brummer.logs.JournalSearch;
import dev.brummer.logs.UnitFilter;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The journal of one start, opened for questions. For one thread. */
public final class Archive implements UnitSource, Closeable {
    /** What a segment takes in memory while it is searched, with room for what is found. */
    private static final long PER_SEGMENT = 16 << 20;

    private static final int RECENT = 500;

    private final JournalReader reader;
    private final JournalSearch search;
    private final ExecutorService workers;

    private Archive(JournalReader reader, ExecutorService workers, int parallel) {
        this.reader = reader;
        this.workers = workers;
        this.search = reader.search(TraceJoiner.MAKER, workers, parallel);
    }

    /**
     * Opens it.
     *
     * @throws IOException if it cannot be read
     */
    public static Archive open(Start start) throws IOException {
        Runtime machine = Runtime.getRuntime();
        int parallel = (int) Math.clamp(machine.maxMemory() / PER_SEGMENT, 1, machine.availableProcessors());
        JournalReader reader = JournalReader.open(start.folder(), new LevelFinder());
        return new Archive(reader, Executors.newFixedThreadPool(parallel, DaemonThreads.factory("search")), parallel);
    }

    /** Finds what was written; for the thread that has the archive. */
    public JournalSearch search() {
        return search;
    }

    /** The journal itself. */
    public JournalReader reader() {
        return reader;
    }

    /**
     * The newest units that a query means, oldest first, with lines around them.
     *
     * @throws IOException if the journal cannot be read
     */
    public List<Hit> newest(BoundQuery query, int limit, int context) throws IOException {
        return search.newest(query, limit, end(), context);
    }

    /**
     * What its services go by.
     *
     * @param services those of the project; none where it does not load
     * @throws IOException if the journal cannot be read
     */
    public NameBook names(Collection<ServiceSpec> services) throws IOException {
        List<ServiceId> others = reader.instances().stream().map(InstanceId::service).toList();
        return ServiceNames.of(services, others, reader.cursor(ServiceNames.learnedFrom(end())));
    }

    /**
     * Ids of requests in the newest lines, the latest first.
     *
     * @throws IOException if the journal cannot be read
     */
    public List<String> recentRequests(IdFinder finder) throws IOException {
        return newest(BoundQuery.ALL, RECENT, 0).reversed().stream()
                .flatMap(hit -> finder.find(hit.unit()).reversed().stream())
                .filter(FoundId::isRequest)
                .map(FoundId::value)
                .distinct()
                .toList();
    }

    /** The number of the first entry that is not known yet. */
    public long end() {
        return reader.lastSequence() + 1;
    }

    @Override
    public void forEach(BoundQuery query, Consumer<Unit> visitor) throws IOException {
        search.forEach(query, 1, end(), visitor);
    }

    /** Picks what a query means out of what comes from now on. */
    public UnitFilter filter(BoundQuery query) {
        return new UnitFilter(query, TraceJoiner.MAKER);
    }

    @Override
    public void close() throws IOException {
        workers.shutdown();
        reader.close();
    }
}
