package dev.brummer.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short program for what it prints. */
final class ProgramOutput {
    private static final int KEPT = 16 * 1024;

    private ProgramOutput() {}

    static String of(List<String> words, Path folder, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        // A file and no pipe: what the program leaves running could hold a pipe open beyond any limit.
        Path file = Files.createTempFile("brum-output", ".txt");
        try {
            Process process = started(words, folder, environment, file);
            try {
                if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new IOException("'" + String.join(" ", words) + "' did not end within " + limit.toSeconds() + " s");
                }
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return text(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Process started(List<String> words, Path folder, Map<String, String> environment, Path file)
            throws IOException {
        // Through a shell, which looks for the program on the given PATH and not on that of this process.
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\""));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(file.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(KEPT), StandardCharsets.UTF_8);
        }
    }
}
