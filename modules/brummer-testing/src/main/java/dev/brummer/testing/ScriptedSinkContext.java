package dev.brummer.testing;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.SinkContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a sink sees of Brummer, set by a test. The clock stands still but for {@link #after}. For one thread. */
public final class ScriptedSinkContext implements SinkContext {
    private final Path folder;
    private final List<Shown> instances = new ArrayList<>();
    private RecordingConsole console = new RecordingConsole();
    private Instant now = ScriptedJournal.START;

    /** @param folder stands for the project's; what the sink writes to relative paths comes there */
    public ScriptedSinkContext(Path folder) {
        this.folder = folder;
    }

    /** Adds the only instance of a service, of which the console shows everything. */
    public ScriptedSinkContext instance(String service, String stage) {
        return instance(ScriptedJournal.only(service), stage, Show.ALL);
    }

    /** Adds an instance. */
    public ScriptedSinkContext instance(InstanceId instance, String stage, Show show) {
        instances.add(new Shown(instance, stage, show));
        return this;
    }

    /** Sets the console; without, it is a pipe. */
    public ScriptedSinkContext console(RecordingConsole other) {
        console = other;
        return this;
    }

    /** Lets time pass. */
    public ScriptedSinkContext after(Duration delay) {
        now = now.plus(delay);
        return this;
    }

    @Override
    public List<Shown> instances() {
        return List.copyOf(instances);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public RecordingConsole console() {
        return console;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }
}
