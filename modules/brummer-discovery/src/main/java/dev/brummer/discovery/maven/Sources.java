package dev.brummer.discovery.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a module is written in, as far as a look into some of it tells. */
record Sources(Path folder) {
    private static final int DEEPEST = 16;
    private static final int MOST = 2000;
    private static final long LARGEST = 256 << 10;
    private static final Pattern MAIN = Pattern.compile(
            "\\bstatic\\s+void\\s+main\\s*\\(|^\\s*void\\s+main\\s*\\(|\\bfun\\s+main\\s*\\(|@SpringBootApplication\\b",
            Pattern.MULTILINE);

    /** Those that end up in the module's jar. */
    static Sources of(Path module) {
        return new Sources(module.resolve("src/main"));
    }

    /** Whether a program begins somewhere in them. */
    boolean begin() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(Sources::isSource).limit(MOST).anyMatch(Sources::begins);
        } catch (IOException | UncheckedIOException unreadable) {
            // Whoever may not read it cannot run it.
            return false;
        }
    }

    private static boolean isSource(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".java") || name.endsWith(".kt") || name.endsWith(".groovy")) && Files.isRegularFile(file);
    }

    private static boolean begins(Path file) {
        try {
            return Files.size(file) <= LARGEST
                    && MAIN.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).find();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
