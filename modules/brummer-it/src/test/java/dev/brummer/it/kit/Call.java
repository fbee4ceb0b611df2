package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of the launcher before it is made: with which arguments, from where, and in what environment. */
public final class Call {
    // All that a program needs of the outside. What steers colours, profiles or JVMs would change what tests see.
    private static final List<String> PASSED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME");

    private final List<String> arguments;
    private final Path capture;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path launcher;
    private Path folder;
    private List<String> wrapper = List.of();

    Call(Path launcher, List<String> arguments, Path folder, Path capture, String marker) {
        this.launcher = launcher;
        this.arguments = arguments;
        this.folder = folder;
        this.capture = capture;
        environment.putAll(plainEnvironment());
        environment.put(marker, "1");
    }

    /** The environment that tests run in. */
    static Map<String, String> plainEnvironment() {
        Map<String, String> plain = new LinkedHashMap<>();
        for (String name : PASSED) {
            if (System.getenv(name) != null) {
                plain.put(name, System.getenv(name));
            }
        }
        return plain;
    }

    /** Sets a variable of the caller's environment. */
    public Call env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Calls from another folder than the project's. */
    public Call from(Path other) {
        folder = other;
        return this;
    }

    /** Calls another launcher than the checkout's. */
    public Call launcher(Path other) {
        launcher = other;
        return this;
    }

    /** Runs this instead of the launcher, with the same arguments: for what a plain child would see. */
    public Call command(String... words) {
        wrapper = List.of(words);
        return this;
    }

    /** Lets a shell make the call, which finds the launcher and its arguments in {@code "$@"}. */
    public Call inShell(String line) {
        return command("/bin/sh", "-c", line, "sh");
    }

    /** Gives the call a terminal of its own, of this width, whose output is collected as standard output. */
    public Call onTerminal(int columns) {
        return env("TERM", "xterm-256color").inShell(terminal(columns, "exec ", ""));
    }

    /** The same, but nobody reads from that terminal before there is a file of this name in the folder of the call. */
    public Call onTerminalReadFrom(int columns, String file) {
        return env("TERM", "xterm-256color").inShell(terminal(columns, "", readFrom(file)));
    }

    /** Lets the call write into a pipe from which nobody reads before there is a file of this name in its folder. */
    public Call intoPipeReadFrom(String file) {
        return inShell("\"$@\"" + readFrom(file));
    }

    private static String readFrom(String file) {
        return " | { until [ -e " + file + " ]; do sleep 0.02; done; cat; }";
    }

    private static String terminal(int columns, String before, String behind) {
        return """
                line="stty cols %d rows 40; exec"
                for word in "$@"; do line="$line '$word'"; done
                %sscript -qec "$line" /dev/null%s
                """.formatted(columns, before, behind);
    }

    /** Makes the call. */
    public BrumRun start() {
        List<String> words = new ArrayList<>();
        // A caller that ignores signals, as background jobs and nohup do, would pass that on. A session of its own
        // keeps signals of a terminal away.
        words.addAll(List.of("env", "--default-signal", "setsid"));
        words.addAll(wrapper);
        words.add(launcher.toString());
        words.addAll(arguments);
        try {
            Files.createDirectories(capture);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(capture.resolve("out").toFile())
                    .redirectError(capture.resolve("err").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new BrumRun(builder.start(), capture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the call and waits for its end. */
    public Ended run() {
        return start().awaitEnd();
    }
}
