package dev.brummer.it.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process that is not dead: a zombie is. */
public record LiveProcess(long pid, String command) {
    private static final Path PROC = Path.of("/proc");

    /** All that have a variable of this name in their environment. */
    static List<LiveProcess> withVariable(String name) {
        List<LiveProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                ifMarked(entry, name).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new AssertionError("/proc cannot be read", e);
        }
        return found;
    }

    /** All whose command line holds this word. */
    public static List<LiveProcess> withWord(String word) {
        return withWord(word::equals);
    }

    /** All that were started with a path in this folder, in whatever option. */
    static List<LiveProcess> toldOf(Path folder) {
        return withWord(word -> word.contains(folder + "/"));
    }

    private static List<LiveProcess> withWord(Predicate<String> wanted) {
        List<LiveProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                ifNamed(entry, wanted).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new AssertionError("/proc cannot be read", e);
        }
        return found;
    }

    /** Who listens on a port: the sockets of proc_net(5), by whatever address. */
    public static List<String> holding(int port) {
        String suffix = ":%04X".formatted(port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[1].endsWith(suffix) && fields[3].equals("0A"))
                .map(fields -> fields[1])
                .toList();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private static Optional<LiveProcess> ifNamed(Path entry, Predicate<String> wanted) {
        try {
            List<String> command = words(entry.resolve("cmdline")).toList();
            long pid = Long.parseLong(entry.getFileName().toString());
            return command.stream().anyMatch(wanted) && isAlive(pid)
                    ? Optional.of(new LiveProcess(pid, String.join(" ", command)))
                    : Optional.empty();
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    private static Optional<LiveProcess> ifMarked(Path entry, String name) {
        try {
            boolean marked = words(entry.resolve("environ")).anyMatch(pair -> pair.startsWith(name + "="));
            long pid = Long.parseLong(entry.getFileName().toString());
            return marked && isAlive(pid)
                    ? Optional.of(new LiveProcess(pid, String.join(" ", words(entry.resolve("cmdline")).toList())))
                    : Optional.empty();
        } catch (IOException goneOrForeign) {
            return Optional.empty();
        }
    }

    private static Stream<String> words(Path file) throws IOException {
        return Arrays.stream(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
    }

    /** Whether there is such a process, and no zombie. */
    public static boolean isAlive(long pid) {
        try {
            String stat = new String(Files.readAllBytes(PROC.resolve(pid + "/stat")), StandardCharsets.UTF_8);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }

    /** Kills it. */
    public void kill() {
        Signals.send("KILL", pid);
    }
}
