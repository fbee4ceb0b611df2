package dev.brummer.process;

import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.CommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that has the streams and the terminal of this process while it runs: what is typed is its own, and so are the
 * signals of the terminal, which both get. It belongs to no fleet. Safe for use by several threads.
 */
public final class ForegroundCommand {
    /** {@code SIG_IGN} of signal(3). */
    private static final int IGNORE = 1;

    private final Process process;

    private ForegroundCommand(Process process) {
        this.process = process;
    }

    /**
     * Starts one. Who calls this has trapped the signals that the command is to get, or they end this process.
     *
     * @throws StartFailedException if it cannot be started; the message says why for a person
     */
    public static ForegroundCommand start(
            CommandLine command, Path folder, Map<String, String> environment, CallerLimits limits)
            throws StartFailedException {
        if (command instanceof CommandLine.Words(var words)) {
            CommandSearch.find(words.getFirst(), folder, environment);
        }
        ProcessBuilder builder = new ProcessBuilder(words(command, limits)).directory(folder.toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // Ctrl-\ is for the command. Ignored from here on, for what is ignored before stays so in the command.
            int ignored = PosixCalls.result("signal", number(PosixSignal.SIGQUIT), IGNORE, 0);
            return new ForegroundCommand(process);
        } catch (IOException e) {
            throw new StartFailedException("the command could not be started in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<String> words(CommandLine command, CallerLimits limits) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", limits.statement() + "exec \"$@\"", "sh"));
        switch (command) {
            case CommandLine.Shell(var line) -> words.addAll(List.of("/bin/sh", "-c", line));
            case CommandLine.Words(var own) -> words.addAll(own);
        }
        return words;
    }

    private static int number(PosixSignal signal) {
        return SignalNumbers.LINUX.number(signal);
    }

    /** Hands on a signal that this process alone has got. Nothing happens once the command has ended. */
    public void signal(PosixSignal signal) {
        if (process.isAlive()) {
            boolean ignored = new PosixCalls().kill(process.pid(), number(signal));
        }
    }

    /**
     * Waits for its end.
     *
     * @return its exit code; 128 and the signal's number where a signal ended it
     * @throws InterruptedException if the thread was interrupted; the command runs on
     */
    public int await() throws InterruptedException {
        return process.waitFor();
    }
}
