package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.process.TerminalMode.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PromptTest {
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_L = "\f";
    private static final String CTRL_R = "\u0012";
    private static final String UP = "\u001bOA";

    @TempDir
    private Path folder;

    private final VirtualTerminal terminal = new VirtualTerminal();
    private final RememberedView view = new RememberedView();
    private final AtomicInteger stops = new AtomicInteger();
    private final Names names = new Names(() -> List.of("auth", "orders"), () -> List.of("core"), List::of, List::of);
    private final SlashCommands commands =
            SlashCommands.of(view, names, new NoReports(), List.of(), Quitting.stopping(() -> stops.incrementAndGet() == 1));
    private Prompt prompt;

    @BeforeEach
    void make() {
        prompt = new Prompt(terminal, terminal, "xterm-256color", view, commands, historyFile());
    }

    private Path historyFile() {
        return folder.resolve("typed");
    }

    private void start() {
        prompt.start();
        terminal.awaitLastLine("❯");
    }

    @AfterEach
    void close() {
        prompt.close();
    }

    @Test
    void itStandsBelowTheStream() throws IOException {
        start();
        terminal.frame("web | one\nweb | two\n");
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\n❯");
        terminal.frame("web | three\n");
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\nweb | three\n❯");
    }

    @Test
    void whatIsTypedIsNotTornByWhatComes() throws IOException {
        start();
        terminal.press("/show som");
        terminal.awaitLastLine("❯ /show som");
        for (int i = 0; i < 100; i++) {
            terminal.frame("web | " + i + "\n");
            assertThat(terminal.lastLine()).isEqualTo("❯ /show som");
        }
        terminal.press("e");
        terminal.awaitLastLine("❯ /show some");
        assertThat(terminal.text()).contains("web | 98\nweb | 99\n❯ /show some");
    }

    @Test
    void aFrameTakesOneWriteWithThePromptBelow() throws IOException {
        start();
        terminal.press("/x");
        terminal.awaitLastLine("❯ /x");
        int before = terminal.draws().size();
        terminal.frame("web | one\nweb | two\n");
        assertThat(terminal.draws()).hasSize(before + 1);
        assertThat(terminal.draws().getLast()).contains("web | one\nweb | two\n").contains("❯ ").contains("/x");
    }

    @Test
    void whatIsLongerThanTheScreenIsWideIsNotTornEither() throws IOException {
        start();
        String typed = "/show " + "long ".repeat(20) + "end";
        terminal.press(typed);
        terminal.await(() -> terminal.text().endsWith("end"));
        terminal.frame("web | one\n");
        assertThat(terminal.text().replace("\n", "")).isEqualTo("web | one❯ " + typed);
    }

    @Test
    void commandsAreDoneAndThePromptSaysWhatIsFiltered() {
        start();
        terminal.press("/show level:error\r");
        terminal.awaitLastLine("show level:error ❯");
        terminal.press("/hide 100%\r");
        terminal.awaitLastLine("show level:error hide 100% ❯");
        terminal.press("/show\r");
        terminal.awaitLastLine("❯");
        assertThat(view.asked()).containsExactly("show level:error", "hide 100%", "clear");
    }

    @Test
    void whatHasNotEndedStandsBetween() throws IOException {
        start();
        terminal.press("/sh");
        terminal.awaitLastLine("❯ /sh");
        terminal.frame("web | one\n");
        prompt.stand(List.of(new BegunLine("web", 3, 32, "10 %"), new BegunLine("job", 3, 28, "Proceed?")));
        assertThat(terminal.text()).isEqualTo("web | one\nweb … 10 %\njob … Proceed?\n❯ /sh");

        terminal.frame("web | two\n");
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\nweb … 10 %\njob … Proceed?\n❯ /sh");
        prompt.stand(List.of(new BegunLine("job", 3, 28, "Proceed?")));
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\njob … Proceed?\n❯ /sh");
        terminal.press("ow a\r");
        terminal.awaitLastLine("show a ❯");
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\njob … Proceed?\nshow a ❯");
        prompt.stand(List.of());
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two\nshow a ❯");
    }

    @Test
    void whatHasNotEndedBeforeThereIsAPromptStandsThereToo() {
        prompt.stand(List.of(new BegunLine("job", 3, 28, "100 % sure?")));
        start();

        assertThat(terminal.text()).isEqualTo("job … 100 % sure?\n❯");
    }

    @Test
    void whatHasNotEndedFollowsTheWidth() {
        start();
        prompt.stand(List.of(new BegunLine("job", 3, 28, "a long line that asks whether to proceed?")));
        assertThat(terminal.text()).isEqualTo("job … a long line that asks whether to proceed?\n❯");
        terminal.resize(30, 12);
        prompt.resized();

        assertThat(terminal.text()).endsWith("job … sks whether to proceed?\n❯");
    }

    @Test
    void whatHasNotEndedIsNotDrawnAgainWhereItIsTheSame() throws IOException {
        start();
        prompt.stand(List.of(new BegunLine("job", 3, 28, "Proceed?")));
        int before = terminal.draws().size();
        prompt.stand(List.of(new BegunLine("job", 3, 28, "Proceed?")));

        assertThat(terminal.draws()).hasSize(before);
    }

    @Test
    void enterAloneSetsAMark() {
        start();
        terminal.press("\r");
        terminal.await(() -> view.asked().equals(List.of("mark")));
    }

    @Test
    void anAnswerStandsInTheStreamBelowWhatWasTyped() throws IOException {
        start();
        terminal.press("/xyzzy\r");
        terminal.await(() -> terminal.text().endsWith("tells what there is\n❯"));
        terminal.frame("web | one\n");
        assertThat(terminal.text()).isEqualTo("❯ /xyzzy\nthere is no /xyzzy; /help tells what there is\nweb | one\n❯");
    }

    @Test
    void aFaultIsPointedAt() {
        start();
        terminal.press("/show eror\r");
        terminal.await(() -> terminal.text().equals("""
                ❯ /show eror
                        ^ there is no level 'eror'
                ❯"""));
    }

    @Test
    void whatIsPastedIsOneLineAndDoesNothingToTheTerminal() throws IOException {
        start();
        terminal.press("\u001b[200~/show a\nb\tc\u001b[31m\u001b[201~\r");
        terminal.awaitLastLine("show a b c\ufffd[31m ❯");
        assertThat(view.asked()).containsExactly("show a b c\ufffd[31m");
        assertThat(Files.readAllLines(historyFile())).containsExactly("/show a b c\ufffd[31m");
    }

    @Test
    void ctrlLAndClearEmptyTheScreenAndTheStreamGoesOn() throws IOException {
        start();
        terminal.frame("web | one\n");
        terminal.press("ab" + CTRL_L);
        terminal.await(() -> terminal.text().equals("❯ ab"));
        terminal.frame("web | two\n");
        assertThat(terminal.text()).isEqualTo("web | two\n❯ ab");
        terminal.press("\u0015/clear\r");
        terminal.await(() -> terminal.text().equals("❯"));
        terminal.frame("web | three\n");
        assertThat(terminal.text()).isEqualTo("web | three\n❯");
    }

    @Test
    void ctrlDAsksForTheEndOnceAndThePromptStays() {
        start();
        terminal.press(CTRL_D);
        terminal.await(() -> stops.get() == 1);
        terminal.awaitLastLine("❯");
        terminal.press(CTRL_D);
        terminal.await(() -> terminal.text().contains("everything is stopping already"));
    }

    @Test
    void ctrlCAsAMereKeyAsksForTheEndToo() {
        start();
        terminal.press("abc\u0003");
        terminal.await(() -> stops.get() == 1);
        terminal.awaitLastLine("❯");
    }

    @Test
    void tabCompletesWhatIsTyped() {
        start();
        terminal.press("/sh\torde\t");
        terminal.awaitLastLine("❯ /show orders");
    }

    @Test
    void theStreamGoesOnWhileSomebodySearchesOrChooses() throws IOException {
        start();
        terminal.press("/show alpha\r/show\r");
        terminal.await(() -> view.asked().size() == 2);
        terminal.press(CTRL_R + "alp");
        terminal.await(() -> terminal.text().contains("bck-i-search: alp"));
        terminal.frame("web | one\n");
        assertThat(terminal.text()).startsWith("web | one\n❯ /show alpha\nbck-i-search: alp");
        terminal.press("\r");
        terminal.await(() -> view.asked().size() == 3);
        terminal.press("/show level:\t\t");
        terminal.await(() -> terminal.text().contains("level:debug"));
        terminal.frame("web | two\n");
        assertThat(terminal.text()).contains("web | two\nshow alpha ❯ /show level:");
    }

    @Test
    void historyIsKeptForTheNextStart() throws IOException {
        start();
        terminal.press("/show alpha\r/show beta\r");
        terminal.awaitLastLine("show beta ❯");
        assertThat(Files.readAllLines(historyFile())).containsExactly("/show alpha", "/show beta");
        prompt.close();
        view.clear();

        VirtualTerminal next = new VirtualTerminal();
        try (Prompt again = new Prompt(next, next, "xterm", view, commands, historyFile())) {
            again.start();
            next.awaitLastLine("❯");
            next.press(UP + UP);
            next.awaitLastLine("❯ /show alpha");
        }
    }

    @Test
    void aHistoryThatCannotBeKeptIsSaidOnce() throws IOException {
        Files.createDirectories(historyFile());
        start();
        terminal.press("/show a\r/show b\r");
        terminal.await(() -> view.asked().size() == 2);
        assertThat(terminal.text())
                .containsOnlyOnce("what is typed here is forgotten at the end: ")
                .doesNotContain("java.");
    }

    @Test
    void atTheEndTheTerminalIsAsItWasFound() throws IOException {
        start();
        terminal.press("abc");
        terminal.awaitLastLine("❯ abc");
        terminal.frame("web | one\n");
        prompt.close();
        assertThat(terminal.text()).isEqualTo("web | one");
        assertThat(terminal.modes()).containsExactly("key by key", "restored");
        assertThat(terminal.closed()).isTrue();
        assertThat(String.join("", terminal.draws())).contains("\u001b[?2004h").endsWith("\u001b[?2004l");
        terminal.frame("web | two\n");
        prompt.close();
        assertThat(terminal.text()).isEqualTo("web | one\nweb | two");
        assertThat(terminal.modes()).hasSize(2);
    }

    @Test
    void itMayBeClosedBeforeItIsThere() {
        prompt.close();
        prompt.start();
        assertThat(terminal.modes()).isEmpty();
        assertThat(terminal.text()).isEmpty();
    }

    @Test
    void whoHangsUpAsksForNothing() {
        start();
        terminal.press("abc");
        terminal.awaitLastLine("❯ abc");
        terminal.hangUp();
        terminal.await(() -> !terminal.attached());
        assertThat(stops).hasValue(0);
        assertThat(terminal.modes()).containsExactly("key by key", "restored");
    }

    @Test
    void whileTheProcessIsStoppedTheTerminalIsAsItWasFound() throws IOException {
        start();
        terminal.press("abc");
        terminal.awaitLastLine("❯ abc");
        prompt.suspended();
        assertThat(terminal.text()).isEmpty();
        assertThat(terminal.modes()).containsExactly("key by key", "restored");
        prompt.continued();
        assertThat(terminal.text()).isEqualTo("❯ abc");
        assertThat(terminal.modes()).containsExactly("key by key", "restored", "key by key");
    }

    @Test
    void inTheBackgroundTheStreamGoesOnWithoutAPrompt() throws IOException {
        start();
        terminal.press("abc");
        terminal.awaitLastLine("❯ abc");
        prompt.suspended();
        terminal.give(Place.BACKGROUND);
        CompletableFuture<Void> continued = CompletableFuture.runAsync(prompt::continued);
        terminal.frame("web | one\n");
        assertThat(terminal.text()).isEqualTo("web | one");
        assertThat(terminal.modes()).containsExactly("key by key", "restored");

        terminal.give(Place.FOREGROUND);
        continued.join();
        assertThat(terminal.text()).isEqualTo("web | one\n❯ abc");
        assertThat(terminal.modes()).containsExactly("key by key", "restored", "key by key");
        terminal.press("d");
        terminal.awaitLastLine("❯ abcd");
    }

    @Test
    void whoIsEndedInTheBackgroundLeavesTheTerminalAlone() {
        start();
        terminal.give(Place.BACKGROUND);
        prompt.close();
        assertThat(terminal.modes()).containsExactly("key by key");
    }

    @Test
    void whoIsStartedInTheBackgroundWaitsForTheForeground() throws IOException {
        terminal.give(Place.BACKGROUND);
        prompt.start();
        terminal.frame("web | one\n");
        assertThat(terminal.text()).isEqualTo("web | one");
        assertThat(terminal.modes()).isEmpty();

        terminal.give(Place.FOREGROUND);
        terminal.awaitLastLine("❯");
        terminal.press("/show x\r");
        terminal.awaitLastLine("show x ❯");
    }

    @Test
    void itFollowsTheSizeOfTheTerminal() throws IOException {
        start();
        terminal.press("/show something");
        terminal.awaitLastLine("❯ /show something");
        terminal.resize(30, 8);
        prompt.resized();
        terminal.frame("web | one\n");
        assertThat(terminal.text()).endsWith("web | one\n❯ /show something");
    }

    @Test
    void aStreamThatNobodyReadsIsToldToTheStream() {
        start();
        terminal.breakScreen();
        assertThatThrownBy(() -> terminal.frame("web | one\n")).isInstanceOf(IOException.class);
    }

    @Test
    void anEditorThatBreaksDoesNotTakeTheStreamWithIt() throws IOException {
        EditorSetup setup = new EditorSetup(terminal, "xterm", commands) {
            @Override
            LineEditor make(ForegroundKeys keys) throws IOException {
                Drawing drawing = new Drawing(terminal);
                return new LineEditor(new HeldTerminal("xterm", keys, drawing, terminal), drawing) {
                    @Override
                    void above(ByteBuffer frame) {
                        frame.position(frame.limit());
                        throw new IllegalStateException("too narrow");
                    }
                };
            }
        };
        prompt = new Prompt(terminal, terminal, setup, new Dialogue(view, commands), new HistoryFile(historyFile()));
        start();
        terminal.frame("web | one\n");
        terminal.frame("web | two\n");
        assertThat(terminal.text()).isEqualTo("""
                web | one
                brum: the prompt broke and is gone: java.lang.IllegalStateEx
                ception: too narrow
                web | two""");
        assertThat(terminal.modes()).containsExactly("key by key", "restored");
    }

    /** Has nothing to tell. */
    private static final class NoReports implements Reports {
        @Override
        public String errors() {
            return "no errors";
        }

        @Override
        public String trace(String id) {
            return "no line knows " + id;
        }
    }
}
