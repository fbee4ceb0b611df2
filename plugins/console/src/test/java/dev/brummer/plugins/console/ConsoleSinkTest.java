package dev.brummer.plugins.console;

import static dev.brummer.plugins.console.TestingScreen.AUTH;
import static dev.brummer.plugins.console.TestingScreen.ORDERS;
import static dev.brummer.plugins.console.TestingScreen.TIME;
import static dev.brummer.plugins.console.TestingScreen.WORKER;
import static dev.brummer.plugins.console.TestingScreen.change;
import static dev.brummer.plugins.console.TestingScreen.lines;
import static dev.brummer.plugins.console.TestingScreen.passedOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext.Show;
import dev.brummer.spi.SinkContext.Shown;
import dev.brummer.spi.SinkContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ConsoleSinkTest {
    private final TestingScreen screen = new TestingScreen();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(OutputSinkFactory.class)).extracting(OutputSinkFactory::id).contains("console");
    }

    @Test
    void everyKindOfEntryHasItsLine() throws IOException {
        assertThat(screen.drawn(
                        change(AUTH, ServiceState.WAITING, ServiceState.STARTING, "first start", -1),
                        lines(AUTH, "listening on 3001", "", "[warn] slow", "[error] broken"),
                        change(AUTH, ServiceState.STARTING, ServiceState.READY, "http 200 in 12 ms", 1234),
                        lines(WORKER, "x"),
                        new Notice(7, TIME, Level.INFO, "ready in 1.2 s\nhttp://localhost:3001"),
                        new Notice(8, TIME, Level.WARN, "disk full"),
                        new Gap(9, TIME, 12_431, "skipped here; `brum logs` has them all")))
                .isEqualTo("""
                        auth     > starting: first start
                        auth     | listening on 3001
                        auth     |\s
                        auth     W [warn] slow
                        auth     E [error] broken
                        auth     > ready in 1.2 s: http 200 in 12 ms
                        worker-2 | x
                        brum     > ready in 1.2 s
                        brum     > http://localhost:3001
                        brum     W disk full
                        brum     > … 12,431 lines skipped here; `brum logs` has them all
                        """);
        assertThat(screen.frames).hasSize(1);
    }

    @Test
    void whatAReloadBringsHasAColourAndAColumnOfItsOwnAndWhatWasThereKeepsItsColour() throws IOException {
        screen.colour = true;
        OutputSink sink = screen.sink();
        sink.accept(List.of(lines(AUTH, "before")));
        String before = screen.frames.getFirst();
        var fresh = InstanceId.only(new ServiceId("recommendations"));
        var others = new ArrayList<>(screen.shown);
        others.addFirst(new SinkContext.Shown(fresh, "core", SinkContext.Show.ALL));
        others.set(1, new SinkContext.Shown(AUTH, "core", SinkContext.Show.ERRORS));
        screen.shown = others;
        sink.accept(List.of(lines(AUTH, "left out", "[error] before"), lines(fresh, "hello")));
        String auth = before.substring(0, before.indexOf("auth"));
        assertThat(screen.frames.get(1)).startsWith(auth + "auth            ").contains("recommendations ", "hello")
                .doesNotContain("left out");
    }

    @Test
    void everyStateChangeIsALine() throws IOException {
        assertThat(screen.drawn(
                        change(AUTH, ServiceState.PENDING, ServiceState.WAITING, "waits for infra", -1),
                        change(AUTH, ServiceState.READY, ServiceState.UNHEALTHY, "http 503", 100),
                        change(AUTH, ServiceState.UNHEALTHY, ServiceState.READY, "http 200", 65_000),
                        change(AUTH, ServiceState.READY, ServiceState.BACKING_OFF, "exited with 1; again in 2 s", 9),
                        change(AUTH, ServiceState.BACKING_OFF, ServiceState.WAITING, "waits for postgres, which is stopped", 9),
                        change(AUTH, ServiceState.STARTING, ServiceState.FAILED, "exited with 1", 480),
                        change(AUTH, ServiceState.STARTING, ServiceState.COMPLETED, "exited with 0", 2000),
                        change(AUTH, ServiceState.READY, ServiceState.STOPPING, "ctrl-c", -1),
                        change(AUTH, ServiceState.STOPPING, ServiceState.STOPPED, "ctrl-c", 59_999)))
                .isEqualTo("""
                        auth     > waits for infra
                        auth     > unhealthy: http 503
                        auth     > healthy again after 1 min 5 s: http 200
                        auth     > backing off: exited with 1; again in 2 s
                        auth     > waits for postgres, which is stopped
                        auth     > failed after 480 ms: exited with 1
                        auth     > completed in 2.0 s: exited with 0
                        auth     > stopping: ctrl-c
                        auth     > stopped in 59.9 s: ctrl-c
                        """);
    }

    @Test
    void colourIsInNamesMarksAndStatesAndTheChildsOwnPasses() throws IOException {
        screen.colour = true;
        assertThat(screen.drawn(
                        lines(AUTH, "plain", "\u001b[32mgreen", "[error] x"),
                        change(AUTH, ServiceState.STARTING, ServiceState.FAILED, "exited with 1", 480)))
                .isEqualTo("""
                        ␛[38;5;28mauth     |␛[m plain
                        ␛[38;5;28mauth     |␛[m ␛[32mgreen␛[0m
                        ␛[38;5;28mauth     ␛[1;38;5;160mE␛[m [error] x
                        ␛[38;5;28mauth     >␛[m ␛[1;38;5;160mfailed after 480 ms␛[m: exited with 1
                        """);
    }

    @Test
    void withoutColourTheChildsColoursGo() throws IOException {
        assertThat(screen.drawn(lines(AUTH, "\u001b[32mgreen\u001b[0m"))).isEqualTo("auth     | green\n");
    }

    @Test
    void whatCouldDisturbTheTerminalDoesNotPass() throws IOException {
        screen.colour = true;
        assertThat(screen.drawn(
                        lines(ORDERS, "a\u001b[2J\u001b[1;1Hb\u001b]0;title\u0007c\td\be"),
                        change(ORDERS, ServiceState.STARTING, ServiceState.READY, "\u001b[2J\nup", 1),
                        new Notice(1, TIME, Level.INFO, "\u001b[31mx")))
                .contains(" abc\tde\n")
                .contains("ready in 1 ms␛[m: up\n")
                .endsWith(" x\n")
                .doesNotContain("2J")
                .doesNotContain("title");
    }

    @Test
    void brokenUtf8IsReplaced() throws IOException {
        byte[] bytes = {'a', (byte) 0xFF, 'b', (byte) 0xC3};
        assertThat(screen.drawn(TestingScreen.batch(AUTH, bytes, new int[] {0, 4}, false)))
                .isEqualTo("auth     | a\uFFFDb\uFFFD\n");
    }

    @Test
    void aPieceOfALongLineGoesOn() throws IOException {
        byte[] bytes = "piece".getBytes(StandardCharsets.UTF_8);
        assertThat(screen.drawn(TestingScreen.batch(AUTH, bytes, new int[] {0, 5}, true)))
                .isEqualTo("auth     | piece…\n");
    }

    @Test
    void aNarrowTerminalShortensNamesAndDropsTimes() throws IOException {
        screen.columns = 20;
        screen.shown.add(new Shown(InstanceId.only(new ServiceId("notifications")), "", Show.ALL));
        screen.sink(Map.of("timestamps", true))
                .accept(List.of(
                        lines(AUTH, "hello"), lines(InstanceId.only(new ServiceId("notifications")), "hello")));
        assertThat(screen.frames).containsExactly("auth   | hello\nnotif… | hello\n");
    }

    @Test
    void namesFollowTheWidthOfTheTerminal() throws IOException {
        var sink = screen.sink();
        screen.columns = 12;
        sink.accept(List.of(lines(WORKER, "narrow")));
        screen.columns = 80;
        sink.accept(List.of(lines(WORKER, "wide")));
        assertThat(screen.frames).containsExactly("wor… | narrow\n", "worker-2 | wide\n");
    }

    @Test
    void timesAreShownWhereTheyAreAskedFor() throws IOException {
        screen.sink(Map.of("timestamps", true)).accept(List.of(lines(AUTH, "x")));
        assertThat(screen.frames.getFirst()).matches("\\d\\d:\\d4:05\\.123 auth     \\| x\n");
    }

    @Test
    void withoutPrefixLinesAreAsTheyCame() throws IOException {
        screen.sink(Map.of("prefix", false))
                .accept(List.of(
                        lines(AUTH, "x", "[error] y"),
                        change(AUTH, ServiceState.STARTING, ServiceState.READY, "tcp 5432", 40)));
        assertThat(screen.frames).containsExactly("x\n[error] y\nauth > ready in 40 ms: tcp 5432\n");
    }

    @Test
    void quietServicesShowErrorsOrNothingButAlwaysTheirStates() throws IOException {
        screen.shown.clear();
        screen.shown.add(new Shown(AUTH, "", Show.ERRORS));
        screen.shown.add(new Shown(ORDERS, "", Show.OFF));
        assertThat(screen.drawn(
                        lines(AUTH, "a", "[warn] b", "[error] c"),
                        lines(ORDERS, "[error] d"),
                        change(ORDERS, ServiceState.STARTING, ServiceState.FAILED, "exited with 1", 20)))
                .isEqualTo("""
                        auth   W [warn] b
                        auth   E [error] c
                        orders > failed after 20 ms: exited with 1
                        """);
    }

    @Test
    void nothingToShowIsNoFrame() throws IOException {
        screen.shown.clear();
        screen.shown.add(new Shown(ORDERS, "", Show.OFF));
        assertThat(screen.drawn(lines(ORDERS, "x"))).isEmpty();
        assertThat(screen.frames).isEmpty();
    }

    @Test
    void framesAreBounded() throws IOException {
        String[] lines = new String[10_000];
        Arrays.setAll(lines, i -> "x".repeat(80) + i);
        var sink = screen.sink();
        sink.accept(List.of(lines(AUTH, lines), lines(AUTH, lines), lines(AUTH, lines)));
        assertThat(screen.frames).hasSize(3).allMatch(frame -> frame.endsWith("\n"));
    }

    /** {@code auth | } and the like. */
    private static final int HEADING = "auth | ".length();

    @Test
    void aLineThatIsAnotherServicesStandsBesideThatNameInItsColourWithoutSayingItTwice() throws IOException {
        LogBatch both = lines(ORDERS, "auth | hello", "own", "auth | \u001b[31mred");
        LogBatch batch = both.withHeadings(
                (bytes, offset, _) -> bytes[offset] == 'a' ? new Heading(AUTH.service(), HEADING) : null);

        assertThat(screen.drawn(batch)).isEqualTo("""
                auth     | hello
                orders   | own
                auth     | red
                """);
        screen.frames.clear();
        screen.colour = true;
        String passedOn = screen.drawn(batch).lines().findFirst().orElseThrow();
        screen.frames.clear();
        assertThat(passedOn).isEqualTo(screen.drawn(lines(AUTH, "hello")).stripTrailing());
    }

    @Test
    void withoutTheNamesALineStaysAsItWasWritten() throws IOException {
        screen.sink(Map.of("prefix", false)).accept(List.of(passedOn(ORDERS, AUTH.service(), HEADING, "auth | hello")));

        assertThat(String.join("", screen.frames)).isEqualTo("auth | hello\n");
    }

    @Test
    void theSameAgainIsCountedAndShownBesideTheServiceWhoseLineItIs() throws IOException {
        String line = "auth | refused";
        assertThat(screen.drawn(
                        passedOn(ORDERS, AUTH.service(), HEADING, line, line, line),
                        passedOn(ORDERS, WORKER.service(), HEADING, "work | refused", "work | refused"),
                        lines(AUTH, "end")))
                .isEqualTo("""
                        auth     | refused
                        auth     | ×3
                        worker   | refused
                        worker   | refused
                        auth     | end
                        """);
    }

    @Test
    void whatIsNotToBeShownOfEitherIsNotShown() throws IOException {
        screen.shown = new ArrayList<>(List.of(
                new Shown(AUTH, "", Show.ALL), new Shown(ORDERS, "", Show.ERRORS), new Shown(WORKER, "", Show.OFF)));

        assertThat(screen.drawn(
                        passedOn(AUTH, WORKER.service(), HEADING, "work | 1"),
                        passedOn(WORKER, AUTH.service(), HEADING, "auth | 2"),
                        passedOn(AUTH, ORDERS.service(), 0, "[error] 3", "4"),
                        passedOn(ORDERS, AUTH.service(), 0, "[error] 5", "6")))
                .isEqualTo("""
                        orders   E [error] 3
                        auth     E [error] 5
                        """);
    }
}
