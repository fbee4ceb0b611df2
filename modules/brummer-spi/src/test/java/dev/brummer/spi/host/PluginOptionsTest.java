package dev.brummer.spi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.CommandLine;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.host.PluginOptions.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginOptionsTest {
    private static final List<OptionSpec> DECLARED = List.of(
            OptionSpec.required("url", OptionType.STRING, ""),
            OptionSpec.withDefault("count", OptionType.INTEGER, "3", ""),
            OptionSpec.withDefault("quiet", OptionType.BOOLEAN, "false", ""),
            OptionSpec.optional("wait", OptionType.DURATION, ""),
            OptionSpec.optional("room", OptionType.SIZE, ""),
            OptionSpec.optional("token", OptionType.SECRET, ""),
            OptionSpec.optional("line", OptionType.PATTERN, ""),
            OptionSpec.optional("run", OptionType.COMMAND, ""),
            OptionSpec.withDefault("hosts", OptionType.STRINGS, "localhost", ""));

    @Test
    void textsBecomeWhatThePluginDeclares() {
        Options options = PluginOptions.of(
                "http",
                Map.of(
                        "url", new Value.One("/health"),
                        "count", new Value.One("7"),
                        "quiet", new Value.One("true"),
                        "wait", new Value.One("1m30s"),
                        "room", new Value.One("1.5MiB"),
                        "line", new Value.One("ready$"),
                        "run", new Value.Many(List.of("a", "b c")),
                        "hosts", new Value.Many(List.of("x", "y"))),
                DECLARED);
        assertThat(options.string("url")).isEqualTo("/health");
        assertThat(options.integer("count")).isEqualTo(7);
        assertThat(options.flag("quiet")).isTrue();
        assertThat(options.duration("wait")).isEqualTo(Duration.ofSeconds(90));
        assertThat(options.size("room")).isEqualTo(3 << 19);
        assertThat(options.pattern("line").matcher("now ready").find()).isTrue();
        assertThat(options.command("run")).isEqualTo(new CommandLine.Words(List.of("a", "b c")));
        assertThat(options.strings("hosts")).containsExactly("x", "y");
    }

    @Test
    void whatIsLeftOutHasItsDefaultOrNoValue() {
        Options options = PluginOptions.of("http", Map.of("url", new Value.One("u"), "run", new Value.One("a b")), DECLARED);
        assertThat(options.integer("count")).isEqualTo(3);
        assertThat(options.strings("hosts")).containsExactly("localhost");
        assertThat(options.has("wait")).isFalse();
        assertThat(options.command("run")).isEqualTo(new CommandLine.Shell("a b"));
    }

    @ParameterizedTest
    @CsvSource({
        "count, x, 'count' of http must be a whole number, quiet, yes, 'quiet' of http must be true or false",
        "wait, 10, 'wait' of http must be a duration, line, '(', 'line' of http must be a regular expression",
        "room, much, 'room' of http must be a size, room, 0KB, 'room' of http must be more than 0"
    })
    void saysWhatIsWrong(String one, String text, String message, String other, String second, String otherMessage) {
        refuses(one, text, message);
        refuses(other, second, otherMessage);
    }

    private static void refuses(String option, String text, String message) {
        Map<String, Value> given = Map.of("url", new Value.One("u"), option, new Value.One(text));
        assertThatThrownBy(() -> PluginOptions.of("http", given, DECLARED)).hasMessageContaining(message);
    }

    @Test
    void aSecretIsATextAndInNoMessage() {
        Options options = PluginOptions.of("http", Map.of("url", new Value.One("u"), "token", new Value.One("abc")), DECLARED);
        assertThat(options.string("token")).isEqualTo("abc");
        Map<String, Value> two = Map.of("url", new Value.One("u"), "token", new Value.Many(List.of("abc", "def")));
        assertThatThrownBy(() -> PluginOptions.of("http", two, DECLARED))
                .hasMessage("'token' of http must be a single value, not a list");
    }

    @Test
    void missingUnknownAndLists() {
        assertThatThrownBy(() -> PluginOptions.of("http", Map.of(), DECLARED)).hasMessage("http needs 'url'");
        Map<String, Value> unknown = Map.of("url", new Value.One("u"), "odd", new Value.One("1"));
        assertThatThrownBy(() -> PluginOptions.of("http", unknown, DECLARED)).hasMessage("http has no option 'odd'");
        Map<String, Value> list = Map.of("url", new Value.Many(List.of("a", "b")));
        assertThatThrownBy(() -> PluginOptions.of("http", list, DECLARED)).hasMessageContaining("not a list");
    }

    @Test
    void anExpressionThatWouldOverflowTheCompilerIsRefused() {
        assertThatThrownBy(() -> PluginOptions.one(OptionType.PATTERN, "(".repeat(50_000)))
                .hasMessageContaining("at most 1000 characters");
    }
}
