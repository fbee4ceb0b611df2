package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.brummer.cli.CommandLines.Meaning;
import dev.brummer.process.CallerLimits;
import dev.brummer.runtime.Groundwork;
import dev.brummer.runtime.RuntimeModule;
import dev.brummer.server.ServerModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliModuleTest {
    @TempDir
    private Path folder;

    /** Wires as {@link Main} does. */
    private Injector injector() throws Exception {
        Files.writeString(folder.resolve("brummer.yaml"), "services: {web: {command: run web}}\n");
        var caller = new CallerEnvironment(Map.of());
        var terminal = new Terminal(false, false);
        var run = (Meaning.Run) new CommandLines(Verb.ALL).read(List.of(), folder, "");
        var project = LoadedProject.load(run.verb(), run.invocation(), caller, terminal);
        return Guice.createInjector(
                new RuntimeModule(project::plugins, new Groundwork(CallerLimits.of(null))),
                new ServerModule(),
                new CliModule(() -> terminal, caller, () -> project));
    }

    @Test
    void everyCommandIsBoundAndCanBeMade() throws Exception {
        Injector injector = injector();
        assertThat(Verb.ALL).hasSizeGreaterThan(3);
        for (Verb verb : wired()) {
            assertThat(injector.getExistingBinding(Key.get(verb.command()))).as(verb.name()).isNotNull();
            assertThat(injector.getInstance(verb.command())).isInstanceOf(verb.command());
        }
    }

    /** {@code up} and {@code logs} are put together by hand. */
    private static List<Verb> wired() {
        return Verb.ALL.stream().filter(verb -> verb != UpCommand.VERB && verb != LogsCommand.VERB).toList();
    }

    @Test
    void whatUpNeedsLaterCanBeMade() throws Exception {
        Injector injector = injector();
        for (var type : List.of(Prompts.class, Detaching.class, Joining.class, ScriptsCommand.class)) {
            assertThat(injector.getExistingBinding(Key.get(type))).as(type.getName()).isNotNull();
            assertThat(injector.getInstance(type)).isNotNull();
        }
    }

    @Test
    void noTwoCommandsHaveTheSameName() {
        assertThat(Verb.ALL.stream().map(Verb::name)).doesNotHaveDuplicates();
    }
}
