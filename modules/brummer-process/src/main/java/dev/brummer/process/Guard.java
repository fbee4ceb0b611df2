package dev.brummer.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that outlives Brummer's own death to end the fleet. A shell script, since it costs a megabyte and a
 * millisecond where another JVM would cost forty of each.
 */
final class Guard {
    private static final String SCRIPT = "guard.sh";

    private final Process process;
    private final OutputStream lifeline;

    private Guard(Process process) {
        this.process = process;
        this.lifeline = process.getOutputStream();
    }

    /**
     * @param folder where the script is put, so that a look at the process table tells what it is
     * @param died told by another thread when it has ended, for whatever reason
     */
    static Guard start(Platform platform, Path folder, FleetMarker marker, Duration grace, Runnable died)
            throws IOException {
        Path script = script(folder);
        List<String> words = new ArrayList<>(platform.newSession());
        words.addAll(List.of("/bin/sh", script.toString(), marker.prefix(), Long.toString(seconds(grace))));
        words.addAll(List.of(marker.bounds().split(" ")));
        Process process = new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().thenRunAsync(died);
        return new Guard(process);
    }

    /** What a grace period is to the script. */
    static long seconds(Duration grace) {
        return Math.max(1, grace.plusMillis(999).toSeconds());
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream text = Guard.class.getResourceAsStream(SCRIPT)) {
            if (text == null) {
                throw new IllegalStateException("no " + SCRIPT + " in this jar");
            }
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
            return script;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new IOException("its script " + script + " cannot be written: " + reason, e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** How it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Tells it lines; one that is dead hears nothing, and its successor is told everything. */
    void tell(List<String> lines) {
        try {
            lifeline.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
            lifeline.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                process.destroyForcibly();
            }
        }
    }

    /** Sends it home and waits until it has gone. */
    void end() {
        tell(List.of("end"));
        await();
    }

    /** Lets it end the fleet, and waits until it has. */
    void abandon() {
        try {
            lifeline.close();
        } catch (IOException e) {
            // It is dead, and nobody is left to end the fleet but the next start, by the ledger.
            return;
        }
        await();
    }

    private void await() {
        try {
            int ignored = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
