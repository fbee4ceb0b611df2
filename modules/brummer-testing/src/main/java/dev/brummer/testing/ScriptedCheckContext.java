package dev.brummer.testing;

import dev.brummer.spi.CheckContext;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a health check sees of Brummer, set by a test. For one thread. */
public final class ScriptedCheckContext implements CheckContext {
    private InstanceId instance = ScriptedJournal.only("service");
    private OptionalInt firstPort = OptionalInt.empty();
    private Duration timeout = Duration.ofSeconds(10);
    private Commands answers = (_, _) -> new CommandResult(0, "");
    private final List<CommandLine> commands = new ArrayList<>();
    private final List<LogBatch> unread = new ArrayList<>();

    /** What running a command comes to. */
    @FunctionalInterface
    public interface Commands {
        /**
         * @param limit how long the check gives it
         * @throws IOException if it could not be started, or did not end in time
         * @throws InterruptedException if the waiting thread was interrupted
         */
        CommandResult run(CommandLine command, Duration limit) throws IOException, InterruptedException;
    }

    /** Sets who is asked; without, the only instance of {@code service}. */
    public ScriptedCheckContext instance(InstanceId asked) {
        instance = asked;
        return this;
    }

    /** Sets the first port that the service claims; without, it claims none. */
    public ScriptedCheckContext firstPort(int port) {
        firstPort = OptionalInt.of(port);
        return this;
    }

    /** Sets how long a call of the check may take; without, ten seconds. */
    public ScriptedCheckContext timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Sets what comes of the commands that the check runs; without, each ends with 0 and is silent. */
    public ScriptedCheckContext commands(Commands script) {
        answers = script;
        return this;
    }

    /** Lets every command end like this. */
    public ScriptedCheckContext commandsEndWith(int exitCode, String output) {
        return commands((_, _) -> new CommandResult(exitCode, output));
    }

    /** Lets the service write lines, which the check can read once. */
    public ScriptedCheckContext logs(String... lines) {
        return logs(new ScriptedJournal().lines(instance, 1, StreamName.STDOUT, lines));
    }

    /** Adds the lines of a journal to those that the check can read. */
    public ScriptedCheckContext logs(ScriptedJournal journal) {
        unread.addAll(journal.batches());
        return this;
    }

    /** The commands that the check has run. */
    public List<CommandLine> commands() {
        return List.copyOf(commands);
    }

    @Override
    public InstanceId instance() {
        return instance;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public OptionalInt firstPort() {
        return firstPort;
    }

    @Override
    public CommandResult run(CommandLine command, Duration limit) throws IOException, InterruptedException {
        commands.add(command);
        return answers.run(command, limit);
    }

    /** Does not wait: no line comes while a check waits in a test of one thread. */
    @Override
    public List<LogBatch> newRecords(Duration wait) {
        List<LogBatch> read = List.copyOf(unread);
        unread.clear();
        return read;
    }
}
