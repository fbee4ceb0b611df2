package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A project folder of a test's own, and all that runs in it. Every process is started with a marker in its environment,
 * by which {@link #close()} finds what a test has left behind. The folder of a failed test stays, with what each call
 * wrote.
 */
public final class Sandbox {
    private static final Path ALL = Checkout.ROOT.resolve("modules/brummer-it/target/sandboxes");

    private final Path folder;
    private final Path project;
    private final String marker = "BRUMMER_IT_" + UUID.randomUUID().toString().replace("-", "");
    private boolean kept;
    private int calls;

    private Sandbox(Path folder) {
        this.folder = folder;
        this.project = folder.resolve("project");
    }

    static Sandbox create(String name) {
        try {
            Files.createDirectories(ALL);
            Sandbox sandbox = new Sandbox(Files.createTempDirectory(ALL, name + "."));
            Files.createDirectories(sandbox.project);
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that {@code brum} is called in. */
    public Path project() {
        return project;
    }

    /** A folder beside the project. */
    public Path beside(String name) {
        return folder.resolve(name);
    }

    /** Writes a file of the project, with the folders it is in. Who reads it meanwhile sees the old or the new one. */
    public Path write(String name, String text) {
        try {
            Path file = project.resolve(name);
            Files.createDirectories(file.getParent());
            Path unfinished = Files.writeString(Files.createTempFile(folder, "unfinished", null), text);
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code brummer.yaml}. */
    public Sandbox yaml(String text) {
        write("brummer.yaml", text);
        return this;
    }

    /** What a file of the project holds; empty if it is not there. */
    public String read(String name) {
        try {
            Path file = project.resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the latest start has stored. */
    public StoredJournal journal() {
        return new StoredJournal(project);
    }

    /** A call of the launcher, to be started. */
    public Call brum(String... arguments) {
        calls++;
        return new Call(Checkout.LAUNCHER, List.of(arguments), project, folder.resolve("call-" + calls), marker);
    }

    /** Starts {@code brum up --output json}, which tells states in a form that tests can read. */
    public BrumRun up(String... arguments) {
        return brum(Stream.concat(Stream.of("up", "--output", "json"), Stream.of(arguments)).toArray(String[]::new))
                .start();
    }

    /** A terminal of this size, with a shell in the project's folder. */
    public TerminalWindow window(int columns, int rows) {
        calls++;
        Map<String, String> environment = Call.plainEnvironment();
        environment.put(marker, "1");
        environment.put("BRUM", Checkout.LAUNCHER.toString());
        environment.putIfAbsent("LANG", "C.UTF-8");
        Path capture = folder.resolve("call-" + calls);
        return new TerminalWindow(project, capture, environment, columns, rows, this::awaitNothingLeft);
    }

    /** The living processes that were started in this sandbox, by whomever. */
    public List<LiveProcess> processes() {
        return LiveProcess.withVariable(marker);
    }

    /** Waits until nothing runs here any more: where {@code brum} itself was killed, and others have to see to it. */
    public void awaitNothingLeft() {
        Await.until("nothing is left", () -> processes().isEmpty(), () -> processes().toString());
    }

    /** Leaves the folder, since a test failed. */
    void keep() {
        kept = true;
    }

    void close() {
        List<LiveProcess> left = processes();
        left.forEach(LiveProcess::kill);
        if (!kept) {
            assertThat(left).as("left behind; folder: %s", folder).isEmpty();
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
