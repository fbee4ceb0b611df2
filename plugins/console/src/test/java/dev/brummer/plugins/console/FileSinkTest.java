package dev.brummer.plugins.console;

import static dev.brummer.plugins.console.TestingScreen.AUTH;
import static dev.brummer.plugins.console.TestingScreen.ORDERS;
import static dev.brummer.plugins.console.TestingScreen.TIME;
import static dev.brummer.plugins.console.TestingScreen.WORKER;
import static dev.brummer.plugins.console.TestingScreen.change;
import static dev.brummer.plugins.console.TestingScreen.lines;
import static dev.brummer.plugins.console.TestingScreen.passedOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext.Show;
import dev.brummer.spi.SinkContext.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
    @TempDir
    private Path folder;

    private final TestingScreen screen = new TestingScreen();

    @BeforeEach
    void place() {
        screen.folder = folder;
        screen.colour = true;
        screen.columns = 20;
    }

    private void write(Map<String, Object> given, JournalEntry... entries) throws IOException {
        Map<String, Object> options = new HashMap<>();
        options.putAll(Map.of("path", "logs/all.txt", "timestamps", false, "max_files", 5L));
        options.putAll(given);
        try (var sink = new FileSinkFactory().create(new Options(options), screen)) {
            for (JournalEntry entry : entries) {
                sink.accept(List.of(entry));
            }
            sink.flush();
        }
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("logs/all.txt"));
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(OutputSinkFactory.class)).extracting(OutputSinkFactory::id).contains("file");
    }

    @Test
    void linesStatesNoticesAndGapsStandInItAsOnTheConsoleWithoutColours() throws IOException {
        write(
                Map.of(),
                change(AUTH, ServiceState.STARTING, ServiceState.READY, "http 200 in 12 ms", 1234),
                lines(AUTH, "\u001b[32mlistening\u001b[0m on 3001", "[error] broken"),
                lines(WORKER, "x".repeat(300)),
                new FactBatch(6, TIME, 1, () -> List.of()),
                new Notice(7, TIME, Level.WARN, "disk full\nnearly"),
                new Gap(9, TIME, 2, "could not be stored"));
        assertThat(written()).isEqualTo("""
                auth     > ready in 1.2 s: http 200 in 12 ms
                auth     | listening on 3001
                auth     E [error] broken
                worker-2 | %s
                brum     W disk full
                brum     W nearly
                brum     > … 2 lines could not be stored
                """.formatted("x".repeat(300)));
        assertThat(screen.frames).isEmpty();
    }

    @Test
    void whatIsRepeatedOrHiddenOnTheConsoleStandsInIt() throws IOException {
        screen.shown.set(0, new Shown(AUTH, "core", Show.OFF));
        write(Map.of(), lines(AUTH, "again", "again"), lines(ORDERS, "again", "again"));
        assertThat(written().lines()).hasSize(4).allMatch(line -> line.endsWith("again"));
    }

    @Test
    void linesBeginWithDayAndTimeWhereNothingElseIsSaid() throws IOException {
        assertThat(new FileSinkFactory().options())
                .filteredOn(option -> option.name().equals("timestamps"))
                .allMatch(option -> option.defaultValue().orElseThrow().equals("true"))
                .hasSize(1);
        write(Map.of("timestamps", true), lines(AUTH, "hello"));
        var form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
        String time = form.format(TIME.atZone(ZoneId.systemDefault()));
        assertThat(written()).isEqualTo(time + " auth     | hello\n");
    }

    @Test
    void onlyTheServicesThatAreAskedForStandInItAndWhatBrummerSays() throws IOException {
        write(
                Map.of("services", List.of("orders")),
                lines(AUTH, "no"),
                change(WORKER, ServiceState.STARTING, ServiceState.FAILED, "exit 1", 1),
                change(ORDERS, ServiceState.STARTING, ServiceState.FAILED, "exit 2", 1),
                lines(ORDERS, "yes"),
                new Notice(7, TIME, Level.INFO, "failed"));
        assertThat(written()).isEqualTo("""
                orders > failed after 1 ms: exit 2
                orders | yes
                brum   > failed
                """);
    }

    @Test
    void itGivesWayAtItsSize() throws IOException {
        write(Map.of("max_size", 40L), lines(AUTH, "one", "two", "three"), lines(AUTH, "four"));
        assertThat(Files.readString(folder.resolve("logs/all.txt.1"))).isEqualTo("auth     | one\nauth     | two\n");
        assertThat(written()).isEqualTo("auth     | three\nauth     | four\n");
    }

    @Test
    void aNameThatNoServiceCanHaveIsRefused() {
        assertThatThrownBy(() -> write(Map.of("services", List.of("a b"))))
                .hasMessageContaining("not a service name: 'a b'");
        assertThat(folder.resolve("logs")).doesNotExist();
    }

    @Test
    void aServicesLinesAreAlsoThoseThatAnotherPassesOn() throws IOException {
        write(
                Map.of("services", List.of("auth")),
                passedOn(ORDERS, AUTH.service(), "auth | ".length(), "auth | passed on"),
                passedOn(AUTH, ORDERS.service(), 0, "of orders"),
                lines(ORDERS, "of orders too"),
                lines(AUTH, "own"));

        assertThat(written()).isEqualTo("""
                auth | passed on
                auth | own
                """);
    }
}
