package dev.brummer.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program as it is installed on this machine, for the lines that it logs.
 *
 * @param name what it is called in reports
 * @param needs the program that must be there
 * @param script what runs it, for {@code sh}: {@code $1} is a folder of its own, {@code $2} a port that nobody uses,
 *     {@code $3} the folder of the program
 */
public record NoisyProgram(String name, Optional<Path> needs, String script) {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** A program of the JDK that runs this test. */
    public static NoisyProgram ofJdk(String name, String program, String arguments) {
        Path path = Path.of(System.getProperty("java.home"), "bin", program);
        return new NoisyProgram(name, Optional.of(path), "exec \"$3\"/" + program + " " + arguments);
    }

    /** A program that may be installed or not. */
    public static NoisyProgram installed(String program, String script) {
        return new NoisyProgram(program, InstalledServers.program(program), script);
    }

    /**
     * Runs it for a few seconds at most, with all that it starts.
     *
     * @param most how many lines are enough
     * @return what it has written; nothing where it is not installed
     */
    public List<String> lines(Path folder, int most) {
        return needs.isEmpty() ? List.of() : lines(folder, needs.get().getParent(), most);
    }

    private List<String> lines(Path folder, Path home, int most) {
        List<String> command = List.of(
                "timeout", "--kill-after=1", Long.toString(LONGEST.toSeconds()),
                "sh", "-c", script, "sh", folder.toString(), Integer.toString(Ports.free()), home.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Call.plainEnvironment());
        try {
            Process process = builder.start();
            try {
                return read(process, most);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Process process, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null && lines.size() < most; line = output.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void end(Process process) {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroy();
        tree.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tree.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
