package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.Engine.RunHandle;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class SignallingTest {
    @TempDir
    private Path folder;

    // What each call of the engine was given, as "web SIGTERM".
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> hopeless = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Journal journal;
    private Signalling signals;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
        Engine engine = new ImaginedEngine() {
            @Override
            public void signal(Map<RunHandle, PosixSignal> all) {
                calls.add(all.entrySet().stream()
                        .map(one -> one.getKey().describe() + " " + one.getValue())
                        .collect(Collectors.toList()));
            }
        };
        signals = new Signalling(engine, this::execute, new BugReports(folder, journal, new SystemTime(), UnaryOperator.identity()), hopeless::add);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void execute(Runnable task) {
        if (closed.get()) {
            throw new RejectedExecutionException();
        }
        work.add(task);
    }

    private void send(String label, PosixSignal signal) {
        signals.send(InstanceId.only(new ServiceId(label)), () -> label, signal);
    }

    private void workAll() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    @Test
    void whatIsAskedForBeforeTheFirstIsServedGoesTogether() {
        send("a", PosixSignal.SIGTERM);
        send("b", PosixSignal.SIGINT);
        send("c", PosixSignal.SIGKILL);
        workAll();
        send("d", PosixSignal.SIGTERM);
        workAll();
        assertThat(calls).containsExactly(List.of("a SIGTERM", "b SIGINT", "c SIGKILL"), List.of("d SIGTERM"));
    }

    @Test
    void whatCouldNotBeHandedOverGoesWithTheNext() {
        closed.set(true);
        assertThatThrownBy(() -> send("a", PosixSignal.SIGTERM))
                .isInstanceOf(RejectedExecutionException.class);
        closed.set(false);
        send("b", PosixSignal.SIGTERM);
        workAll();
        assertThat(calls).containsExactly(List.of("a SIGTERM", "b SIGTERM"));
    }
}
