package dev.brummer.insight.fact;

import dev.brummer.insight.name.NameBook;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import dev.brummer.spi.host.Complete;
import dev.brummer.spi.host.ParsedLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows parsers the lines that are marked for them, and names what they find. For one thread, but for {@link #call}.
 */
final class FactFinder {
    // Services that name themselves in their lines do so in each.
    private static final int ENOUGH_TO_LEARN = 5000;

    private final ParserSet parsers;
    private final NameBook names;
    private final FactNames known;
    private final Set<Stream> continued;
    private final Map<InstanceId, Integer> learnedFrom = new HashMap<>();
    private final ParsedLine line;
    private final AtomicReference<@Nullable Call> call = new AtomicReference<>();

    /** A stream whose last line goes on in the next batch. */
    private record Stream(InstanceId instance, int run, StreamName name) {
        static Stream of(LogBatch batch) {
            return new Stream(batch.instance(), batch.run(), batch.stream());
        }
    }

    /**
     * What a parser is asked right now.
     *
     * @param kind its number
     * @param line the index of the line in the batch
     */
    record Call(int kind, LogBatch batch, int line) {
        ParserTrouble.Place place() {
            return new ParserTrouble.Place(batch.instance(), batch.sequence() + line);
        }
    }

    FactFinder(ParserSet parsers, NameBook names) {
        this.parsers = parsers;
        this.names = names;
        this.known = new FactNames(names);
        this.continued = new HashSet<>();
        this.line = new ParsedLine();
    }

    /** One that goes on in its place, after it has been given up. */
    FactFinder successor() {
        FactFinder next = new FactFinder(parsers, names);
        next.continued.addAll(continued);
        next.learnedFrom.putAll(learnedFrom);
        return next;
    }

    /** One that goes on in its place, for services that go by other names. */
    FactFinder renamed(NameBook others) {
        FactFinder next = new FactFinder(parsers, others);
        next.continued.addAll(continued);
        return next;
    }

    /** What a parser is asked right now, another object for each question; null while none is. */
    @Nullable Call call() {
        return call.getAcquire();
    }

    /** Shows the marked lines of a batch from {@code from} on, as long as somebody waits for what is found. */
    void find(MarkedLines.Batch marked, int from, Findings findings) {
        LogBatch batch = marked.lines();
        int first = from == 0 && wasContinued(batch) ? 1 : from;
        learn(batch, first);
        int[] marks = marked.marks();
        for (int at = 0; at < marks.length; at += 2 + marks[at + 1]) {
            if (marks[at] >= first) {
                ask(marks, at, batch, findings);
            }
        }
    }

    private void ask(int[] marks, int at, LogBatch batch, Findings findings) {
        for (int i = at + 2; i < at + 2 + marks[at + 1] && !findings.isClosed(); i++) {
            if (!parsers.isOff(marks[i])) {
                ask(marks[i], batch, marks[at], findings);
            }
        }
    }

    private boolean wasContinued(LogBatch batch) {
        boolean goesOn = batch.continues(batch.size() - 1);
        if (!goesOn && continued.isEmpty()) {
            return false;
        }
        Stream stream = Stream.of(batch);
        boolean was = continued.remove(stream);
        if (goesOn) {
            continued.add(stream);
        }
        return was;
    }

    private void learn(LogBatch batch, int from) {
        int learned = learnedFrom.getOrDefault(batch.instance(), 0);
        int last = Math.min(batch.size(), from + ENOUGH_TO_LEARN - learned);
        for (int i = from; i < last; i++) {
            names.learn(batch.instance().service(), batch.bytes(), batch.offset(i), batch.length(i));
        }
        if (last > from) {
            learnedFrom.put(batch.instance(), learned + last - from);
        }
    }

    private void ask(int kind, LogBatch batch, int index, Findings findings) {
        line.of(batch, index);
        Call asked = new Call(kind, batch, index);
        // Whoever looks at it does so a few times a second: it need not be seen at once.
        call.setRelease(asked);
        try {
            parsers.of(batch.instance(), kind).parse(line, new LineFacts(kind, findings));
        } catch (Findings.AbandonedException e) {
            return;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (!findings.isClosed()) {
                parsers.failed(kind, asked.place(), e);
            }
        } finally {
            call.setRelease(null);
        }
    }

    /** Takes what one parser finds in the line. */
    private final class LineFacts implements Consumer<Fact> {
        private final int kind;
        private final Findings findings;
        private int count;

        LineFacts(int kind, Findings findings) {
            this.kind = kind;
            this.findings = findings;
        }

        @Override
        public void accept(Fact fact) {
            count++;
            Complete.few(count);
            int from = line.offset();
            ServiceId service = names.named(line.bytes(), from, from + line.length())
                    .orElse(line.instance().service());
            Fact named = known.known(Complete.fact(fact));
            findings.add(new FoundFact(
                    0, line.time(), line.instance(), line.run(), line.sequence(), service, parsers.id(kind), named));
        }
    }
}
