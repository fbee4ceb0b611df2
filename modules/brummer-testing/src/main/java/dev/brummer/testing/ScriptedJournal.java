package dev.brummer.testing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A journal that a test writes down, entry by entry. Numbers are given as Brummer gives them, from 1 and without holes;
 * the time stands still but for {@link #after}. For one thread.
 */
public final class ScriptedJournal {
    /** The time of the first entry. */
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final List<JournalEntry> entries = new ArrayList<>();
    private LogBatch.LevelReader levels = (_, _, _) -> null;
    private Instant now = START;
    private long next = 1;

    /** Lets time pass before the next entry. */
    public ScriptedJournal after(Duration delay) {
        now = now.plus(delay);
        return this;
    }

    /** Sets how lines from now on say how grave they are; without, none says so. */
    public ScriptedJournal levels(LogBatch.LevelReader reader) {
        levels = reader;
        return this;
    }

    /**
     * The service, which has one instance, writes lines to standard output that arrive together.
     *
     * @throws IllegalArgumentException if a line holds a line end
     */
    public ScriptedJournal lines(String service, String... lines) {
        return lines(only(service), 1, StreamName.STDOUT, lines);
    }

    /**
     * The service, which has one instance, writes lines to standard error that arrive together.
     *
     * @throws IllegalArgumentException if a line holds a line end
     */
    public ScriptedJournal errors(String service, String... lines) {
        return lines(only(service), 1, StreamName.STDERR, lines);
    }

    /**
     * A run of an instance writes lines that arrive together.
     *
     * @throws IllegalArgumentException if a line holds a line end
     */
    public ScriptedJournal lines(InstanceId instance, int run, StreamName stream, String... lines) {
        byte[][] encoded =
                Arrays.stream(lines).map(line -> line.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        return bytes(instance, run, stream, encoded);
    }

    /**
     * The same with lines that need not be text.
     *
     * @throws IllegalArgumentException if a line holds a line end, or if there is none
     */
    public ScriptedJournal bytes(InstanceId instance, int run, StreamName stream, byte[]... lines) {
        if (lines.length == 0) {
            throw new IllegalArgumentException("a batch has at least one line");
        }
        int[] spans = new int[lines.length * 2];
        int end = 0;
        for (int i = 0; i < lines.length; i++) {
            checkIsOneLine(lines[i]);
            spans[i * 2] = end;
            spans[i * 2 + 1] = lines[i].length;
            end += lines[i].length + 1;
        }
        byte[] all = new byte[end];
        for (int i = 0; i < lines.length; i++) {
            System.arraycopy(lines[i], 0, all, spans[i * 2], lines[i].length);
            all[spans[i * 2] + lines[i].length] = '\n';
        }
        return add(new LogBatch(next, now, instance, run, stream, all, spans, false, levels), lines.length);
    }

    private static void checkIsOneLine(byte[] line) {
        for (byte b : line) {
            if (b == '\n') {
                throw new IllegalArgumentException(
                        "give each line by itself: '" + new String(line, StandardCharsets.UTF_8) + "'");
            }
        }
    }

    /** The first run of a service goes from one state to another. */
    public ScriptedJournal state(String service, ServiceState from, ServiceState to, String reason) {
        return add(new StateChange(next, now, only(service), 1, from, to, reason, Optional.empty()), 1);
    }

    /** Brummer says something. */
    public ScriptedJournal notice(Level level, String text) {
        return add(new Notice(next, now, level, text), 1);
    }

    /** Records are missing. */
    public ScriptedJournal gap(long records, String reason) {
        return add(new Gap(next, now, records, reason), records);
    }

    /**
     * Facts were found together, in the latest entry, by a parser of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ScriptedJournal facts(String service, String parser, Fact... facts) {
        if (facts.length == 0) {
            throw new IllegalArgumentException("a batch has at least one fact");
        }
        List<FoundFact> found = new ArrayList<>();
        for (Fact fact : facts) {
            found.add(new FoundFact(
                    next + found.size(), now, only(service), 1, next - 1, new ServiceId(service), parser, fact));
        }
        return add(new FactBatch(next, now, facts.length, () -> found), facts.length);
    }

    private ScriptedJournal add(JournalEntry entry, long numbers) {
        entries.add(entry);
        next += numbers;
        return this;
    }

    static InstanceId only(String service) {
        return InstanceId.only(new ServiceId(service));
    }

    /** What there is so far. */
    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The lines alone. */
    public List<LogBatch> batches() {
        return entries.stream().filter(LogBatch.class::isInstance).map(LogBatch.class::cast).toList();
    }
}
