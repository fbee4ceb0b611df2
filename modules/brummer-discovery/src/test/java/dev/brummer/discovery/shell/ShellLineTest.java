package dev.brummer.discovery.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLineTest {
    /** Steps as {@code [word][word] AND}, with what is set before them, and a {@code ?} for what only a shell knows. */
    private static String cut(String text) {
        return ShellLine.parse(text)
                .map(line -> line.steps().stream().map(ShellLineTest::cut).collect(Collectors.joining("; ")))
                .orElse("not understood");
    }

    private static String cut(Step step) {
        String content = switch (step.content()) {
            case Content.Simple(var assignments, var words) -> words("{", assignments, "}") + words("[", words, "]");
            case Content.Subshell(var line) -> "(" + cut(line.text()) + ")";
            case Content.Plumbing _ -> "|" + step.text() + "|";
        };
        return step.then() == Joint.END ? content : content + " " + step.then();
    }

    private static String words(String open, List<Word> words, String close) {
        return words.stream().map(word -> open + word.value().orElse("?") + close).collect(Collectors.joining());
    }

    @Test
    void stepsAreWhatIsJoined() {
        assertThat(cut("cd services/a && npm run dev")).isEqualTo("[cd][services/a] AND; [npm][run][dev]");
        assertThat(cut("a&&b||c;d&e")).isEqualTo("[a] AND; [b] OR; [c] THEN; [d] BESIDE; [e]");
        assertThat(cut("a &")).isEqualTo("[a] BESIDE");
        assertThat(cut("a;")).isEqualTo("[a] THEN");
        assertThat(cut("a\r\n\r\nb\n")).isEqualTo("[a] THEN; [b] THEN");
        assertThat(cut("a &&\n b \\\n c")).isEqualTo("[a] AND; [b][c]");
    }

    @Test
    void quotesAreTakenOffWords() {
        assertThat(cut("run \"npm:a\" 'b c' d\\ e \"f \\\"g\\\" \\n\"")).isEqualTo("[run][npm:a][b c][d e][f \"g\" \\n]");
        assertThat(cut("a''b\"c\"d")).isEqualTo("[abcd]");
        assertThat(cut("a ''")).isEqualTo("[a][]");
        assertThat(cut("jest 'x && y' \"(\"")).isEqualTo("[jest][x && y][(]");
    }

    @Test
    void whatOnlyAShellKnowsHasNoValue() {
        assertThat(cut("a $B \"${C:-d e}\" $(f \")\" (g)) `h` ~/i 'j $K' l~"))
                .isEqualTo("[a][?][?][?][?][?][j $K][l~]");
        assertThat(cut("a build:* x?")).isEqualTo("[a][build:*][x?]");
    }

    @Test
    void variablesBeforeTheFirstWordAreSet() {
        assertThat(cut("A=b C='d e' node F=g")).isEqualTo("{A=b}{C=d e}[node][F=g]");
        assertThat(cut("A=b")).isEqualTo("{A=b}");
    }

    @Test
    void pipesAndRedirectionsAreOneStep() {
        assertThat(cut("a | b -c && d > e 2>&1")).isEqualTo("|a | b -c| AND; |d > e 2>&1|");
        assertThat(cut("(a; b) >> c")).isEqualTo("|(a; b) >> c|");
        assertThat(cut("a < b")).isEqualTo("|a < b|");
    }

    @Test
    void parenthesesHoldALine() {
        assertThat(cut("(cd a && b) & (cd c && d) & wait"))
                .isEqualTo("([cd][a] AND; [b]) BESIDE; ([cd][c] AND; [d]) BESIDE; [wait]");
        assertThat(cut("((a))")).isEqualTo("(([a]))");
    }

    @Test
    void theTextFromAStepOnIsAsItWasWritten() {
        ShellLine line = ShellLine.parse("  cd a  &&  b \"c\" && d ").orElseThrow();

        assertThat(line.textFrom(1)).isEqualTo("b \"c\" && d");
        assertThat(line.steps().get(1).text()).isEqualTo("b \"c\"");
        Content.Subshell within = (Content.Subshell)
                ShellLine.parse("x && (cd a && b c)").orElseThrow().steps().get(1).content();
        assertThat(within.line().textFrom(1)).isEqualTo("b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "&& a", "a &&", "a | ", "a || ", "if true; then b; fi", "for x in a b; do c; done", "{ a; }", "! a",
                "a 'b", "a \"b", "a `b", "a $(b", "a ${b", "f() { g; }", "(a", "a)", "a;; b", "cat << EOF", "a # b", "a &> b",
                "a (b)", "a \\", "[[ -f x ]] && y", "a >"
            })
    void whatIsNotUnderstoodIsLeftToAShell(String text) {
        assertThat(cut(text)).isEqualTo("not understood");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(cut("(".repeat(5000) + "a" + ")".repeat(5000))).isEqualTo("not understood");
        assertThat(cut("a ".repeat(60_000))).isEqualTo("not understood");
    }
}
