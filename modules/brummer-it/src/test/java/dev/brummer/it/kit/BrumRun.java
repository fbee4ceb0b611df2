package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A call of the launcher that has been made: what it writes, and what can be done to it. */
public final class BrumRun {
    // Holding the process holds its standard input open: like a terminal at which nobody types.
    private final Process process;
    private final Path capture;

    BrumRun(Process process, Path capture) {
        this.process = process;
        this.capture = capture;
    }

    /** The pid of the launcher and, since it becomes that, of the JVM. */
    public long pid() {
        return process.pid();
    }

    /** The most memory that it has had so far, in bytes: {@code VmHWM} of proc_pid_status(5). */
    public long peakMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(peak.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to this process alone: {@code INT}. */
    public BrumRun signal(String name) {
        Signals.send(name, pid());
        return this;
    }

    public String stdout() {
        return captured("out");
    }

    public String stderr() {
        return captured("err");
    }

    private String captured(String stream) {
        try {
            return new String(Files.readAllBytes(capture.resolve(stream)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code --output json} has told so far. */
    public Events events() {
        return Events.of(stdout());
    }

    /** Waits until a service is in this state. */
    public BrumRun await(String service, String state) {
        return await(service + " is " + state, () -> events().states(service).contains(state));
    }

    /** Waits until these words are on standard output. */
    public BrumRun awaitText(String words) {
        return await("it says '" + words + "'", () -> stdout().contains(words));
    }

    /** Waits until a service has logged a line with these words. */
    public BrumRun awaitLine(String service, String words) {
        return await(
                service + " says '" + words + "'",
                () -> events().lines(service).stream().anyMatch(line -> line.contains(words)));
    }

    /** Waits for anything; gives up when the process has ended without it. */
    public BrumRun await(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            boolean over = !process.isAlive();
            boolean holds = condition.getAsBoolean();
            if (over && !holds) {
                throw new AssertionError(
                        "ended with " + process.exitValue() + " before " + what + "; seen:\n" + seen());
            }
            return holds;
        }, this::seen);
        return this;
    }

    private String seen() {
        return stdout() + stderr();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public Ended awaitEnd() {
        Await.until("it ends", () -> !process.isAlive(), this::seen);
        return new Ended(process.exitValue(), stdout(), stderr());
    }

    /** Asks for a graceful end, as Ctrl-C does, and waits for it. */
    public Ended interrupt() {
        return signal("INT").awaitEnd();
    }

    /** The pid that a service wrote as {@code pid=4711}. */
    public long pidOf(String service) {
        awaitLine(service, "pid=");
        Optional<String> line = events().lines(service).stream().filter(text -> text.contains("pid=")).findFirst();
        return Long.parseLong(line.orElseThrow().replaceFirst("^.*pid=(\\d+).*$", "$1"));
    }
}
