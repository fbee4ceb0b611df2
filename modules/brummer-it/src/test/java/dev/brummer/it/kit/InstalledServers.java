package dev.brummer.it.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of real servers, found on the PATH or where Debian puts them. */
public final class InstalledServers {
    private InstalledServers() {}

    /** Where a server's program is; empty where it is not installed. */
    public static Optional<Path> program(String name) {
        return Stream.concat(elsewhere(name), onPath(name)).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name));
    }

    private static Stream<Path> elsewhere(String name) {
        return switch (name) {
            case "postgres" -> versions().map(version -> version.resolve("bin/postgres"));
            // The one on the PATH changes to a user of its own; the script behind it runs as anybody.
            case "rabbitmq-server" -> Stream.of(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"));
            default -> Stream.of();
        };
    }

    private static Stream<Path> versions() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.sorted(Comparator.reverseOrder()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
