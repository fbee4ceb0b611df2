package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.brummer.api.InstanceView;
import dev.brummer.config.Choice;
import dev.brummer.config.ConfigLoader;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.process.CallerLimits;
import dev.brummer.runtime.ControlDoor;
import dev.brummer.runtime.OwnedSession;
import dev.brummer.runtime.ProjectSource;
import dev.brummer.runtime.Groundwork;
import dev.brummer.runtime.RuntimeModule;
import dev.brummer.runtime.SessionStarter;
import dev.brummer.runtime.plugins.PluginSearch;
import dev.brummer.runtime.UpOptions;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.ServiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches of a real fleet on real files. */
class WatchTest {
    private static final Map<String, String> CALLER = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    private Path folder = Path.of("");
    private Optional<OwnedSession> session = Optional.empty();

    @BeforeEach
    void aFolder(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("shop"));
        Files.createDirectories(folder.resolve("web/src"));
        Files.createDirectories(folder.resolve("web/node_modules/x"));
    }

    @AfterEach
    void end() throws Exception {
        if (session.isPresent()) {
            session.get().kill("the test is over");
            session.get().end().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aChangeRestartsTheServiceAndTheReasonNamesTheFile() throws Exception {
        Files.writeString(folder.resolve(".gitignore"), "*.log\n");
        start("""
                services:
                  web: {command: exec sleep 1000, working_dir: web, watch: {debounce: 50ms}}
                sinks: [{console: off}, {jsonl: {path: out.jsonl}}]
                """);
        changeUntilRestarted("src/app.js");
        assertThat(web().state()).isEqualTo(ServiceState.READY);
        int run = web().run();
        Files.writeString(folder.resolve("web/node_modules/x/index.js"), "changed");
        Files.writeString(folder.resolve("web/src/a.log"), "changed");
        Files.createDirectories(folder.resolve("web/src/new/deep"));
        // Only this one counts, in a folder that was not there when the watch began.
        changeUntilRestarted("src/new/deep/b.js");
        assertThat(web().run()).isGreaterThan(run);
        await().atMost(Duration.ofSeconds(10)).until(() -> said().contains("restart: src/new/deep/b.js"));
        assertThat(said()).contains("restart: src/app.js changed").doesNotContain("node_modules").doesNotContain("a.log");
    }

    @Test
    void aCommandRunsInsteadOfARestartAndItsOutputIsTheServices() throws Exception {
        start("""
                services:
                  web:
                    command: exec sleep 1000
                    working_dir: web
                    environment: {WHO: me}
                    watch: {paths: src, debounce: 50ms, action: {run: 'echo "built by $WHO in ${PWD##*/}"; exit 3'}}
                sinks: [{console: off}, {jsonl: {path: out.jsonl}}]
                """.replace("${PWD", "$${PWD"));
        change("src/app.js", () -> said().contains("built by me in web") && said().contains("its command ended with exit 3"));
        assertThat(web().run()).isEqualTo(1);
    }

    private void changeUntilRestarted(String file) {
        int run = web().run();
        change(file, () -> web().run() > run && web().state() == ServiceState.READY);
    }

    /** The watch begins some time after the service is ready, so the first changes may go unseen. */
    private void change(String file, java.util.concurrent.Callable<Boolean> seen) {
        int[] times = {0};
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(400)).until(() -> {
            if (seen.call()) {
                return true;
            }
            Files.writeString(folder.resolve("web").resolve(file), "change " + times[0]++);
            return false;
        });
    }

    private String said() throws IOException {
        Path file = folder.resolve("out.jsonl");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private InstanceView web() {
        return session.orElseThrow().fleet().instances().getFirst();
    }

    private void start(String yaml) throws Exception {
        Files.writeString(folder.resolve("brummer.yaml"), yaml);
        PluginSearch search = new PluginSearch(folder, CALLER);
        LoadResult result = new ConfigLoader(search::known)
                .load(LoadRequest.of(folder, CALLER));
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        Project project = ((LoadResult.Loaded) result).project();
        HostConsole console = new Terminal(false, false);
        SessionStarter starter = Guice.createInjector(new RuntimeModule(search::found, new Groundwork(CallerLimits.of(null))), new AbstractModule() {
            @Override
            protected void configure() {
                bind(HostConsole.class).toInstance(console);
                bind(ControlDoor.class).toInstance(ControlDoor.NONE);
            }
        }).getInstance(SessionStarter.class);
        var graph = StageGraph.of(project);
        session = Optional.of(starter.start(
                new ProjectSource.Reading.Sound(
                        project, graph, new FurtherWords(new Selection(project, Choice.ALL), List.of())),
                _ -> new ProjectSource.Reading.Faulty("nobody reads it again"),
                options(),
                "brum up"));
        await().atMost(Duration.ofSeconds(20)).until(() -> web().state() == ServiceState.READY);
    }

    private static UpOptions options() {
        return new UpOptions(Optional.empty(), false, UpOptions.Output.CONSOLE, false, true, Set.of());
    }
}
