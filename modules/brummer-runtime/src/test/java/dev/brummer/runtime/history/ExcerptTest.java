package dev.brummer.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Project;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = NOON;
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder.resolve("journal"),
                JournalSettings.keeping(1 << 30, 3),
                () -> now,
                (_, _, _) -> Level.INFO,
                new JournalTrouble() {
                    @Override
                    public void storingStopped(Path file, IOException cause) {
                        throw new AssertionError(cause);
                    }

                    @Override
                    public void storingResumed() {}
                });
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void write(String service, String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        journal.stream(InstanceId.only(new ServiceId(service)), 1, StreamName.STDOUT).pump(Channels.newChannel(bytes));
    }

    private List<JournalEntry> excerpt(Instant from, int bytes, String... services) throws Exception {
        try (Archive archive = Archive.open(new Start(journal.folder(), true))) {
            List<BoundQuery> queries = new ArrayList<>();
            var scope = new Investigation(Optional.<Project>empty(), archive, archive.names(List.of()))
                    .scope(now, Optional.empty());
            for (String service : services) {
                queries.add(Query.parse(List.of("service:" + service, "since:" + from), Dialect.COMMAND_LINE).bind(scope));
            }
            return Excerpt.of(archive, queries, from, bytes);
        }
    }

    private static List<String> lines(List<JournalEntry> entries, String service) {
        return entries.stream()
                .filter(entry -> entry instanceof LogBatch line && line.instance().label().equals(service))
                .map(entry -> ((LogBatch) entry).text(0))
                .toList();
    }

    private static String numbered(String word, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(word).append(' ').append(i).append('\n');
        }
        return text.toString();
    }

    @Test
    void whoWritesMuchTakesNoRoomFromTheOthers() throws Exception {
        write("quiet", numbered("quiet", 40));
        write("loud", numbered("loud", 50_000));
        List<JournalEntry> excerpt = excerpt(NOON, 200_000, "quiet", "loud");
        assertThat(lines(excerpt, "quiet")).hasSize(40);
        List<String> loud = lines(excerpt, "loud");
        assertThat(loud).last().isEqualTo("loud 49999");
        // What the other left is its.
        assertThat(loud.size() * (10 + 60)).isBetween(150_000, 200_000);
        assertThat(excerpt).isSortedAccordingTo((one, other) -> Long.compare(one.sequence(), other.sequence()));
    }

    @Test
    void aLongLineIsCutAndSaysSo() throws Exception {
        write("web", "x".repeat(50_000) + "\nlast\n");
        List<String> lines = lines(excerpt(NOON, 100_000, "web"), "web");
        assertThat(lines).hasSize(2).last().isEqualTo("last");
        assertThat(lines.getFirst()).hasSizeLessThan(9000).endsWith(" … (41808 more bytes)");
    }

    @Test
    void whatCameBeforeIsLeftOutAndWhatHappenedIsKept() throws Exception {
        write("web", "old\n");
        journal.notice(Level.INFO, "old news");
        now = NOON.plusSeconds(60);
        write("web", "new\n");
        journal.notice(Level.INFO, "news");
        List<JournalEntry> excerpt = excerpt(NOON.plusSeconds(30), 100_000, "web");
        assertThat(lines(excerpt, "web")).containsExactly("new");
        assertThat(excerpt)
                .filteredOn(entry -> entry instanceof Notice)
                .extracting(entry -> ((Notice) entry).text())
                .containsExactly("news");
        assertThat(excerpt(NOON, 100_000)).hasSize(2);
    }
}
