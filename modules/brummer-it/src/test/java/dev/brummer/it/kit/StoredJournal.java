package dev.brummer.it.kit;

import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a project's latest start has stored. It is read part by part, however large it is. */
public record StoredJournal(Path project) {
    private static final int AT_ONCE = 1 << 20;

    /** Takes one line of a service as the bytes it wrote. */
    public interface Lines {
        /** @param goesOn whether the next line of the service is the next piece of this one */
        void take(byte[] bytes, int offset, int length, boolean goesOn);
    }

    /** Shows every entry, in order. */
    public void each(Consumer<JournalEntry> consumer) {
        try {
            Path start = JournalReader.starts(project.resolve(".brummer/journal")).getLast();
            try (JournalReader reader = JournalReader.open(start, (_, _, _) -> null)) {
                JournalCursor cursor = reader.cursor(1);
                for (List<JournalEntry> some = cursor.next(AT_ONCE); !some.isEmpty(); some = cursor.next(AT_ONCE)) {
                    some.forEach(consumer);
                }
            }
        } catch (IOException e) {
            throw new AssertionError("the journal of " + project + " cannot be read", e);
        }
    }

    /** Shows every line that a service wrote to its standard output or error, in order. */
    public void eachLine(String service, Lines lines) {
        each(entry -> {
            if (entry instanceof LogBatch batch && batch.instance().label().equals(service)) {
                for (int i = 0; i < batch.size(); i++) {
                    lines.take(batch.bytes(), batch.offset(i), batch.length(i), batch.continues(i));
                }
            }
        });
    }

    /** The lines of a service as text. */
    public List<String> lines(String service) {
        List<String> all = new ArrayList<>();
        eachLine(service, (bytes, offset, length, _) -> all.add(
                new String(bytes, offset, length, StandardCharsets.UTF_8)));
        return all;
    }

    /** How many bytes it has on the disk; 0 where there is none yet. */
    public long size() {
        try (Stream<Path> files = Files.walk(project.resolve(".brummer"))) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException absent) {
            return 0;
        }
    }

    /** What is missing. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        each(entry -> {
            if (entry instanceof Gap gap) {
                gaps.add(gap);
            }
        });
        return gaps;
    }
}
