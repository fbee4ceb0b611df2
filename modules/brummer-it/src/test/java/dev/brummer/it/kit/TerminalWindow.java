package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A window with a shell in it, as a person has it: what is typed goes through a real terminal, and what its screen
 * shows can be read. It is a tmux of its own. The shell is in the project's folder, and knows the launcher as
 * {@code $BRUM}.
 */
public final class TerminalWindow implements AutoCloseable {
    private final String socket = "brummer-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> environment;
    private final Path capture;
    private final Runnable nothingLeft;

    /** @param nothingLeft waits until nothing runs any more that was started with this environment */
    TerminalWindow(
            Path project, Path capture, Map<String, String> environment, int columns, int rows, Runnable nothingLeft) {
        this.environment = environment;
        this.capture = capture;
        this.nothingLeft = nothingLeft;
        try {
            Files.createDirectories(capture);
            Path settings = Files.writeString(capture.resolve("tmux.conf"), """
                    set -g history-limit 100000
                    set -g default-terminal screen-256color
                    set -s escape-time 0
                    """);
            run("-f", settings.toString(), "new-session", "-d", "-x", "" + columns, "-y", "" + rows, "-c",
                    project.toString(), "PS1='$ ' exec /bin/sh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the shell is there", () -> text().startsWith("$"));
    }

    /** What the screen shows, without what is blank at the end. */
    public String text() {
        return run("capture-pane", "-p").stripTrailing();
    }

    /** What was ever shown. */
    public List<String> lines() {
        return run("capture-pane", "-p", "-S", "-").stripTrailing().lines().toList();
    }

    /** The lowest line that is not blank. */
    public String lastLine() {
        return text().lines().reduce("", (_, last) -> last);
    }

    /** Types text, key after key. */
    public TerminalWindow type(String text) {
        // To tmux itself a semicolon ends a command.
        text.codePoints().forEach(key -> run("send-keys", "-l", key == ';' ? "\\;" : Character.toString(key)));
        return this;
    }

    /** Presses keys by the names that tmux has for them: {@code Enter}, {@code C-c}, {@code Up}. */
    public TerminalWindow press(String... keys) {
        for (String key : keys) {
            run("send-keys", key);
        }
        return this;
    }

    /** Types a line, and Enter. */
    public TerminalWindow enter(String line) {
        return type(line).press("Enter");
    }

    public TerminalWindow resize(int columns, int rows) {
        run("resize-window", "-x", "" + columns, "-y", "" + rows);
        return this;
    }

    public TerminalWindow await(String what, BooleanSupplier condition) {
        Await.until(what, condition, this::text);
        return this;
    }

    /** Waits until the screen shows this. */
    public TerminalWindow awaitText(String words) {
        return await("the screen shows '" + words + "'", () -> text().contains(words));
    }

    /** Waits until this line has been shown, be it gone by now. */
    public TerminalWindow awaitLine(String line) {
        return await("the line '" + line + "' is shown", () -> lines().contains(line));
    }

    /** Waits until the lowest line is this. */
    public TerminalWindow awaitLastLine(String line) {
        return await("the lowest line is '" + line + "'", () -> lastLine().equals(line));
    }

    /** Closes the window: all that runs in it loses its terminal, and should end. */
    @Override
    public void close() {
        run("kill-server");
        nothingLeft.run();
    }

    private String run(String... words) {
        try {
            List<String> command = Stream.concat(Stream.of("tmux", "-u", "-L", socket), Stream.of(words)).toList();
            Path out = Files.createTempFile(capture, "tmux", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            if (code != 0) {
                throw new AssertionError(command + " ended with " + code + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to tmux", e);
        }
    }
}
