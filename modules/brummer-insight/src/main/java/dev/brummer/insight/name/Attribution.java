package dev.brummer.insight.name;

import dev.brummer.logs.query.LinePrefix;
import dev.brummer.logs.query.Sources;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.LogBatch.HeadingReader;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives lines their headings on the way to whoever shows them: a service that runs others writes the lines of these, with
 * their names before them. The pieces of a long line are the same service's. A heading is found when somebody asks for it:
 * lines without one, nearly all there are, cost a look at their first byte. For one thread.
 */
public final class Attribution {
    private final Supplier<NameBook> names;
    // Whose the last line is of those streams where it goes on in a later batch.
    private final Map<Stream, ServiceId> continued = new HashMap<>();

    private record Stream(InstanceId instance, int run, StreamName name) {
        static Stream of(LogBatch batch) {
            return new Stream(batch.instance(), batch.run(), batch.stream());
        }
    }

    /** @param names what services go by; asked for each batch, for that may change */
    public Attribution(Supplier<NameBook> names) {
        this.names = names;
    }

    /** The same entries, with headings. */
    public List<JournalEntry> of(List<JournalEntry> entries) {
        List<JournalEntry> all = entries;
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            JournalEntry seen = of(entry);
            if (seen != entry) {
                all = all == entries ? new ArrayList<>(entries) : all;
                all.set(i, seen);
            }
        }
        return all;
    }

    /** The same entry, with headings. */
    public JournalEntry of(JournalEntry entry) {
        if (entry instanceof LogBatch batch) {
            return of(batch);
        }
        if (entry instanceof Gap) {
            // What goes on may be missing.
            continued.clear();
        }
        return entry;
    }

    /** The same lines, with headings. */
    public LogBatch of(LogBatch batch) {
        NameBook book = names.get();
        return book.isOfOne() ? batch : of(batch, book.sources());
    }

    private LogBatch of(LogBatch batch, Sources sources) {
        ServiceId writer = batch.instance().service();
        HeadingReader reader = new Reader(writer, sources);
        ServiceId before = continued.isEmpty() ? null : continued.remove(Stream.of(batch));
        LogBatch seen = before == null
                ? batch.withHeadings(reader)
                : batch.withHeadings(reader, before.equals(writer) ? null : new Heading(before, 0));
        int last = seen.size() - 1;
        if (seen.continues(last)) {
            continued.put(Stream.of(seen), seen.service(last));
        }
        return seen;
    }

    /** Finds headings in the lines of one service. */
    private record Reader(ServiceId writer, Sources sources) implements HeadingReader {
        @Override
        public @Nullable Heading headingOf(byte[] bytes, int offset, int length) {
            LinePrefix prefix = sources.prefix(bytes, offset, offset + length);
            return prefix == null ? null : heading(bytes, offset, prefix);
        }

        private @Nullable Heading heading(byte[] bytes, int offset, LinePrefix prefix) {
            ServiceId named = sources.service(bytes, prefix);
            return named == null || named.equals(writer) ? null : new Heading(named, prefix.end() - offset);
        }
    }
}
