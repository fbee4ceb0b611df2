package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugReportsTest {
    @TempDir
    private Path folder;

    private Journal journal;
    private BugReports bugs;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
        bugs = new BugReports(folder, journal, new SystemTime(), UnaryOperator.identity());
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private List<String> said() throws IOException {
        return journal.cursor(1).next(1 << 20).stream().map(BugReportsTest::text).toList();
    }

    private static String text(JournalEntry entry) {
        return entry instanceof Notice notice ? notice.level() + " " + notice.text() : entry.toString();
    }

    @Test
    void aBugIsOneLineThatSaysWhatWasDoneAndNamesTheFileWithTheStackTrace() throws IOException {
        bugs.broke("starting web", new IllegalStateException("first\nsecond"));
        Path file = folder.resolve("bugs.txt");
        assertThat(said()).containsExactly("ERROR a bug in brum, while starting web:"
                + " java.lang.IllegalStateException: first; its stack trace is in " + file);
        assertThat(file).content().contains(" while starting web\njava.lang.IllegalStateException: first\nsecond\n\tat ");
    }

    @Test
    void theFileTellsNoSecret() {
        var discreet = new BugReports(folder, journal, new SystemTime(), text -> text.replace("hunter2", "***"));
        discreet.broke("starting web", new IllegalStateException("it is hunter2"));
        assertThat(folder.resolve("bugs.txt")).content().contains("it is ***\n").doesNotContain("hunter2");
    }

    @Test
    void whatRepeatsItselfIsToldOnce() throws IOException {
        for (int time = 0; time < 100; time++) {
            bugs.broke("starting web", new IllegalStateException("time " + time));
        }
        bugs.broke("killing web", new IllegalStateException());
        bugs.broke("killing web", new IllegalArgumentException());
        assertThat(said()).hasSize(3);
    }

    @Test
    void manyDifferentOnesAreToldUpToABound() throws IOException {
        for (int time = 0; time < 1000; time++) {
            bugs.broke("starting web-" + time, new IllegalStateException());
        }
        assertThat(said()).hasSize(50);
    }

    @Test
    void anEarlierStartsReportsAreKeptUntilTheyAreLong() throws IOException {
        Path file = folder.resolve("bugs.txt");
        Files.writeString(file, "earlier\n");
        bugs.broke("starting web", new IllegalStateException());
        assertThat(file).content().startsWith("earlier\n").contains("starting web");
        Files.writeString(file, "x".repeat((1 << 20) + 1));
        bugs.broke("killing web", new IllegalStateException());
        assertThat(file).content().doesNotContain("x".repeat(10)).contains("killing web");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidWithTheBug() throws IOException {
        Files.createDirectory(folder.resolve("bugs.txt"));
        bugs.broke("starting web", new IllegalStateException());
        assertThat(said()).singleElement().asString().contains("its stack trace could not be written to " + folder);
    }

    @Test
    void afterTheJournalsEndItStillGoesIntoTheFile() throws IOException {
        journal.close();
        bugs.broke("letting go of the lock", new IllegalStateException());
        assertThat(folder.resolve("bugs.txt")).content().contains("letting go of the lock");
    }

    @Test
    void whetherSomethingBrokeIsReturned() {
        assertThat(bugs.done("nothing", () -> {})).isTrue();
        assertThat(bugs.done("something", () -> {
            throw new StackOverflowError();
        })).isFalse();
    }
}
