package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.cli.prompt.SlashCommand.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to what is typed. */
class DialogueTest {
    private final RememberedView view = new RememberedView();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Names names = new Names(List::of, List::of, List::of, List::of);
    private final Reports reports = new Reports() {
        @Override
        public String errors() {
            return "no errors";
        }

        @Override
        public String trace(String id) {
            return "the way of " + id;
        }
    };
    private final AtomicBoolean restarted = new AtomicBoolean();
    private final Dialogue dialogue = dialogue();

    /** A command that asks before it does something. */
    private final class Asking implements SlashCommand {
        @Override
        public Usage usage() {
            return new Usage("restart", "SERVICE…", "start services anew");
        }

        @Override
        public Reply run(String operand) {
            return new Reply.Question("restart 2 services?", () -> {
                restarted.set(true);
                return Reply.QUIET;
            });
        }
    }

    private Dialogue dialogue() {
        var quitting = Quitting.stopping(() -> !stopping.getAndSet(true));
        return new Dialogue(view, SlashCommands.of(view, names, reports, List.of(new Asking()), quitting));
    }

    private String answer(String line) {
        return switch (dialogue.answer(line)) {
            case Reply.Text(String lines) -> lines;
            case Reply.Fault(String part, String pointer) -> part + "\n" + pointer;
            case Reply.Question(String text, _) -> "(unasked) " + text;
            case Reply.EmptyScreen() -> "(empty)";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void nothingTypedSetsAMark(String line) {
        assertThat(answer(line)).isEmpty();
        assertThat(view.asked()).containsExactly("mark");
    }

    @Test
    void aQueryIsHandedOnAsItWasTyped() {
        assertThat(answer("  /show   level:warn+  \"two  words\" ")).isEmpty();
        assertThat(answer("/hide /health.*/")).isEmpty();
        assertThat(view.asked()).containsExactly("show level:warn+  \"two  words\"", "hide /health.*/");
        assertThat(dialogue.filters()).containsExactly("show level:warn+  \"two  words\"", "hide /health.*/");
    }

    @Test
    void showAloneShowsEverythingAgain() {
        assertThat(answer("/hide x")).isEmpty();
        assertThat(answer("/show")).isEmpty();
        assertThat(view.asked()).containsExactly("hide x", "clear");
        assertThat(dialogue.filters()).isEmpty();
    }

    @Test
    void hideAloneIsAskedBack() {
        assertThat(answer("/hide")).isEqualTo("what is to be hidden? /hide QUERY; /show alone shows everything again");
        assertThat(view.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /show eror              | 6
            '  /hide a eror'        | 10
            /show 漢字 eror          | 11
            """)
    void aFaultIsPointedAtWhereItWasTyped(String line, int column) {
        String[] lines = answer(line).split("\n");
        assertThat(lines[0]).isEqualTo(line);
        assertThat(lines[1]).isEqualTo(" ".repeat(column) + "^ there is no level 'eror'");
        assertThat(dialogue.filters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /shwo x     | there is no /shwo: did you mean /show? /help tells what there is
            /HELP       | there is no /HELP: did you mean /help? /help tells what there is
            /banana     | there is no /banana; /help tells what there is
            /           | there is no /; /help tells what there is
            GET /orders | type /show GET /orders for the lines with it; /help tells what else there is
            quit        | type /quit
            show x      | type /show x
            /quit now   | nothing stands behind /quit
            """)
    void whatCannotBeDoneIsSaidWithWhatCan(String line, String said) {
        assertThat(answer(line)).isEqualTo(said);
        assertThat(view.asked()).isEmpty();
        assertThat(stopping).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", " Yes "})
    void whatIsAskedIsDoneWhenTheNextLineSaysYes(String yes) {
        assertThat(answer("/restart a b")).isEqualTo("restart 2 services? Type y to do it.");
        assertThat(dialogue.hasAsked()).isTrue();
        assertThat(restarted).isFalse();
        assertThat(answer(yes)).isEmpty();
        assertThat(restarted).isTrue();
        assertThat(dialogue.hasAsked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "/restart a b"})
    void anyOtherLineLeavesItAsItIs(String line) {
        assertThat(answer("/restart a b")).startsWith("restart 2 services?");
        assertThat(answer(line)).isEqualTo("left as it is");
        assertThat(answer("y")).isEqualTo("type /show y for the lines with it; /help tells what else there is");
        assertThat(restarted).isFalse();
    }

    @Test
    void quitAsksForTheEndOnce() {
        assertThat(answer("/quit")).isEmpty();
        assertThat(stopping).isTrue();
        assertThat(answer("/quit")).isEqualTo("everything is stopping already; Ctrl-C ends it at once");
    }

    @Test
    void clearEmptiesTheScreen() {
        assertThat(answer("/clear")).isEqualTo("(empty)");
    }

    @Test
    void reportsAreTold() {
        assertThat(answer("/errors")).isEqualTo("no errors");
        assertThat(answer("/trace a1b2c3")).isEqualTo("the way of a1b2c3");
        assertThat(answer("/trace")).isEqualTo("which request? /trace ID");
    }

    @Test
    void helpFitsATerminalOfAHundredColumnsAndNamesEveryCommand() {
        assertThat(answer("/help").lines())
                .allMatch(line -> line.length() < 100)
                .contains("/trace ID          tell how one request travelled through the services")
                .filteredOn(line -> line.startsWith("/"))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("/show", "/hide", "/errors", "/trace", "/restart", "/clear", "/help", "/quit");
    }
}
