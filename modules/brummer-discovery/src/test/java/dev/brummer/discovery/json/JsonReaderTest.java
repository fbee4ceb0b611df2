package dev.brummer.discovery.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    private final Faults faults = new Faults();

    private JsonDocument read(String text) {
        return Objects.requireNonNull(JsonReader.read(new SourceFile("package.json", text), faults));
    }

    private static String refused(String text) {
        Faults faults = new Faults();
        assertThat(JsonReader.read(new SourceFile("package.json", text), faults)).isNull();
        return DiagnosticRenderer.plain().render(faults.sorted());
    }

    private static Scalar scalar(Node root, String key) {
        return (Scalar) Objects.requireNonNull(((Mapping) root).value(key));
    }

    @Test
    void everyValueKnowsWhereItStands() {
        JsonDocument document = read("""
                {
                  "name": "sh\\u00f6p",
                  "scripts": {"dev": "a \\"b\\"", "n": 12, "x": null},
                  "list": [true, []]
                }
                """);

        assertThat(document.strict()).isTrue();
        Mapping scripts = (Mapping) Objects.requireNonNull(((Mapping) document.root()).value("scripts"));
        assertThat(scalar(document.root(), "name").text()).isEqualTo("shöp");
        assertThat(text(scalar(document.root(), "name").span())).isEqualTo("\"sh\\u00f6p\"");
        assertThat(scalar(scripts, "dev").text()).isEqualTo("a \"b\"");
        assertThat(text(scalar(scripts, "dev").span())).isEqualTo("\"a \\\"b\\\"\"");
        assertThat(text(Objects.requireNonNull(scripts.entry("dev")).key().span())).isEqualTo("\"dev\"");
        assertThat(text(scalar(scripts, "n").span())).isEqualTo("12");
        assertThat(scalar(scripts, "x").isNull()).isTrue();
        Sequence list = (Sequence) Objects.requireNonNull(((Mapping) document.root()).value("list"));
        assertThat(text(list.span())).isEqualTo("[true, []]");
        assertThat(text(scripts.span())).startsWith("{\"dev\"").endsWith("null}");
    }

    private static String text(Span at) {
        assertThat(at.endLine()).isEqualTo(at.line());
        String line = at.file().line(at.line());
        return line.substring(at.column(), at.endColumn());
    }

    @Test
    void commentsAndCommasTooManyArePassedOverAndMakeItLessThanStrict() {
        assertThat(read("{/* a */ \"a\": [1, 2,], // b\n \"b\": 1,}").strict()).isFalse();
        assertThat(read("{} // the end").strict()).isFalse();
        assertThat(read("{\"a\": \"http://x\"}").strict()).isTrue();
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void linesEndAsOnWindowsAndCharactersBeyondSixteenBitsAreOneColumn() {
        JsonDocument document = read("{\r\n \"a\": \"😀\", \"b\": 1\r\n}");

        assertThat(scalar(document.root(), "b").span().position()).isEqualTo("package.json:2:17");
        assertThat(scalar(document.root(), "b").span()).isEqualTo(document.root().span().file().span(20, 21));
    }

    @Test
    void ofKeysThatStandTwiceTheLastCounts() {
        assertThat(scalar(read("{\"a\": 1,\n\"a\": 2}").root(), "a").text()).isEqualTo("2");

        assertThat(faults.sorted()).extracting(Diagnostic::id).containsExactly("duplicate-key");
        assertThat(faults.sorted().getFirst().frames().getFirst().label()).contains("line 1");
    }

    @Test
    void whatIsBrokenIsShownWhereItIs() {
        assertThat(refused("{\n  \"a\": 1\n  \"b\": 2\n}")).isEqualTo("""
                package.json:3:3: error[json-syntax]: this is not JSON
                    3 |   "b": 2
                      |   ^ is a comma missing before this?
                """);
    }

    @Test
    void theHintSaysWhatToWrite() {
        assertThat(refused("{'a': 1}")).contains("a key stands in double quotes");
        assertThat(refused("{\"a\" 1}")).contains("a ':' belongs between key and value");
        assertThat(refused("{\"a\": 'b'}")).contains("JSON takes double quotes");
        assertThat(refused("{\"a\": \"b\nc\"}")).contains("\\n or \\t");
        assertThat(refused("{\"a\": \"\\p\"}")).contains("a backslash is written twice");
        assertThat(refused("{\"a\": \"b")).contains("ends within a value");
        assertThat(refused("{\"a\": [1")).contains("ends within a value");
        assertThat(refused("")).contains("is empty");
        assertThat(refused("{} {}")).contains("something stands behind");
        assertThat(refused("[".repeat(101))).contains("nested too deep");
    }

    @Test
    void aMegabyteInOneLineIsReadInAMoment() {
        String text = "[" + "\"abcdefgh\",".repeat(90_000) + "1]";

        long begin = System.nanoTime();
        List<Node> items = ((Sequence) read(text).root()).items();

        assertThat(items).hasSize(90_001);
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
}
