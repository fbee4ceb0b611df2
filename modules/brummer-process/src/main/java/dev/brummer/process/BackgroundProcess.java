package dev.brummer.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A process that outlives the one that starts it: it has a session of its own, reads nothing, and writes to a file. Safe
 * for use by several threads.
 */
public final class BackgroundProcess {
    private final Process process;

    private BackgroundProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one, in the environment of this process.
     *
     * @param command the program and its arguments
     * @param folder where it runs
     * @param output takes what it writes, in place of what an earlier one wrote
     * @throws IOException if it cannot be started
     */
    public static BackgroundProcess start(List<String> command, Path folder, Path output, CallerLimits limits)
            throws IOException {
        List<String> words = new ArrayList<>(Platform.current().newSession());
        words.addAll(List.of("/bin/sh", "-c", limits.statement() + "exec \"$@\"", "sh"));
        words.addAll(command);
        return new BackgroundProcess(new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    }

    public long pid() {
        return process.pid();
    }

    /** Its exit code; empty while it runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }
}
