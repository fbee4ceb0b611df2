package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An engine with a fleet of its own, in a folder of a test; closing it proves that nothing is left. */
final class TestEngine implements AutoCloseable {
    static final Map<String, String> PATH = Map.of("PATH", System.getenv("PATH"));

    private final Path folder;
    private final ProcessEngine engine;

    TestEngine(Path folder) throws IOException {
        this(folder, TestProcess.LINUX);
    }

    TestEngine(Path folder, Platform platform) throws IOException {
        this.folder = folder;
        this.engine = new ProcessEngine(platform, CallerLimits.of(null));
        engine.open(Files.createDirectory(folder.resolve("state")), Duration.ofSeconds(1), new Troubles());
    }

    ProcessEngine engine() {
        return engine;
    }

    RunHandle shell(String line, Recorded observer) throws StartFailedException {
        return start(new CommandLine.Shell(line), observer);
    }

    RunHandle start(CommandLine command, Recorded observer) throws StartFailedException {
        return engine.start(order(command), observer);
    }

    /** The command of a shell on a terminal of its own. */
    RunHandle onTerminal(String line, Recorded observer) throws StartFailedException {
        return engine.start(order(new CommandLine.Shell(line)).onTerminal(), observer);
    }

    /** The command of a shell that has the streams of this process. */
    RunHandle inForeground(String line, Recorded observer) throws StartFailedException {
        return engine.start(order(new CommandLine.Shell(line)).inForeground(), observer);
    }

    private StartOrder order(CommandLine command) {
        return new StartOrder(InstanceId.only(new ServiceId("web")), 1, command, folder, PATH, List.of());
    }

    @Override
    public void close() throws IOException {
        engine.close();
        assertThat(ProcessHandle.current().children().filter(child -> TestProcess.lives(child.pid())))
                .isEmpty();
    }
}
