package dev.brummer.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.StreamWriter;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SinkReadingTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder,
                JournalSettings.keeping(2_000_000_000L, 10),
                new SystemTime(),
                (bytes, offset, _) -> bytes[offset] == '7' ? Level.ERROR : null,
                new StorageTrouble());
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void write(int from, int to) {
        StreamWriter writer = journal.stream(WEB, 1, StreamName.STDOUT);
        var text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i % 10).append(" is the last digit of line ").append(i).append(" of this service\n");
        }
        writer.write(ByteBuffer.wrap(text.toString().getBytes(UTF_8)));
        writer.end();
    }

    private SinkReading skipping() {
        return new SkippingReading(journal, journal.cursor(1));
    }

    private static List<JournalEntry> rest(SinkReading reading) throws IOException {
        List<JournalEntry> all = new ArrayList<>();
        for (List<JournalEntry> some = reading.next(); !some.isEmpty(); some = reading.next()) {
            all.addAll(some);
        }
        reading.end();
        return all;
    }

    private static List<String> lines(List<JournalEntry> entries) {
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case LogBatch batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        lines.add((batch.level(i) == Level.ERROR ? "E " : "") + batch.text(i).replaceAll("\\D", ""));
                    }
                }
                case Gap gap -> lines.add(gap.records() + " " + gap.reason());
                case FactBatch _ -> {}
                case Notice notice -> lines.add(notice.text());
                default -> throw new AssertionError("not written: " + entry);
            }
        }
        return lines;
    }

    @Test
    void aSinkGetsEverythingHoweverFarItIsBehind() throws IOException {
        write(1, 60_000);
        journal.notice(Level.INFO, "in between");
        write(60_001, 100_000);

        List<String> lines = lines(rest(new WholeReading("test", journal.cursor(1), true)));

        assertThat(lines).hasSize(100_001).startsWith("11", "22").endsWith("999999", "0100000");
        assertThat(lines.get(60_000)).isEqualTo("in between");
        assertThat(lines.get(76_766)).isEqualTo("676766");
        assertThat(lines.get(76_767)).isEqualTo("E 776767");
    }

    @Test
    void aSinkThatKeepsNothingGetsEverythingFromTheSamePlaces() throws IOException {
        write(1, 60_000);
        journal.notice(Level.INFO, "in between");
        write(60_001, 100_000);
        SinkReading reading = new WholeReading("test", journal.cursor(1), false);
        List<String> lines = new ArrayList<>();
        Set<byte[]> places = Collections.newSetFromMap(new IdentityHashMap<>());

        for (List<JournalEntry> some = reading.next(); !some.isEmpty(); some = reading.next()) {
            lines.addAll(lines(some));
            some.forEach(entry -> places.addAll(entry instanceof LogBatch batch ? List.of(batch.bytes()) : List.of()));
        }
        reading.end();

        List<String> kept = lines(rest(new WholeReading("test", journal.cursor(1), true)));
        assertThat(lines).hasSize(100_001).isEqualTo(kept);
        // Two of each size up to the largest, and one for each frame that was larger than they were at first.
        assertThat(places).hasSizeLessThan(12);
    }

    @Test
    void aTerminalThatIsBehindALittleGetsEverything() throws IOException {
        write(1, 9_000);

        assertThat(lines(rest(skipping()))).hasSize(9_000).startsWith("11").endsWith("09000");
    }

    @Test
    void aTerminalThatIsFarBehindGetsTheLatestAndANumber() throws IOException {
        write(1, 30_000);

        assertThat(lines(rest(skipping())))
                .hasSize(1_001)
                .startsWith("29000 skipped here; `brum logs` has them all", "129001", "229002")
                .endsWith("030000");
    }

    @Test
    void whatBrummerSaysIsNeverSkipped() throws IOException {
        write(1, 5_000);
        journal.notice(Level.WARN, "one");
        journal.notice(Level.WARN, "two");
        write(5_001, 30_000);

        assertThat(lines(rest(skipping())))
                .startsWith(
                        "5000 skipped here; `brum logs` has them all",
                        "one",
                        "two",
                        "24000 skipped here; `brum logs` has them all",
                        "129001");
    }

    @Test
    void allThatIsSkippedIsAccountedFor() throws IOException {
        SinkReading reading = skipping();
        write(1, 500);
        long accounted = 0;
        for (int round = 0; round < 20; round++) {
            accounted += accountedIn(reading.next());
            write(1, 700 * round);
        }

        accounted += rest(reading).stream().mapToLong(entry -> accountedIn(List.of(entry))).sum();

        assertThat(accounted).isEqualTo(journal.lastSequence());
    }

    private static long accountedIn(List<JournalEntry> entries) {
        return entries.stream()
                .mapToLong(entry -> switch (entry) {
                    case LogBatch batch -> batch.size();
                    case Gap gap -> gap.records();
                    default -> 1;
                })
                .sum();
    }
}
