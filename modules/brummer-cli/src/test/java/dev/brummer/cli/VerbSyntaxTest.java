package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.cli.shell.Flag;
import dev.brummer.cli.shell.Syntax;
import dev.brummer.cli.shell.Value;
import dev.brummer.cli.shell.Value.Kind;
import dev.brummer.cli.shell.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerbSyntaxTest {
    private final Syntax syntax = VerbSyntax.of(Verb.ALL);

    private Word word(String name) {
        return syntax.words().stream().filter(word -> word.name().equals(name)).findFirst().orElseThrow();
    }

    private Optional<Value> value(String word, String option) {
        return word(word).options().stream()
                .filter(flag -> flag.name().equals(option))
                .findFirst()
                .flatMap(Flag::value);
    }

    @Test
    void everyFormatThatHelpNamesIsOffered() {
        assertThat(value("up", "output")).contains(new Value.Choice(List.of("text", "json", "none")));
        assertThat(value("trace", "output")).contains(new Value.Choice(List.of("text", "markdown", "json")));
        for (Word word : syntax.words()) {
            value(word.name(), "output").ifPresent(value ->
                    assertThat(((Value.Choice) value).words()).as(word.name()).contains("json"));
        }
    }

    @Test
    void whatStartsServicesIsAboutTheFileAndWhatOperatesThemAboutTheFleet() {
        assertThat(word("up").operand()).isEqualTo(new Value.Names(Kind.DECLARED));
        assertThat(word("run").operand()).isEqualTo(new Value.CommandOf(Kind.DECLARED));
        assertThat(word("restart").operand()).isEqualTo(new Value.Names(Kind.RUNNING));
        assertThat(word("exec").operand()).isEqualTo(new Value.CommandOf(Kind.RUNNING));
    }

    @Test
    void whatProgramsAskIsNotOffered() {
        assertThat(syntax.words()).extracting(Word::name).doesNotContain("__names");
    }
}
