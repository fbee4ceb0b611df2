package dev.brummer.cli;

import dev.brummer.cli.test.JUnitXml;
import dev.brummer.cli.test.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file that a test's outcome is written to for others to read. */
record JUnitFile(Path path) {
    /**
     * Makes its folder, and removes what an earlier test has written: where this one is not even started, nobody is to take
     * that for its outcome.
     *
     * @throws UsageException if that cannot be done
     */
    static JUnitFile prepared(String typed) throws UsageException {
        try {
            Path path = Path.of(typed).toAbsolutePath();
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(path)) {
                throw new UsageException("--junit takes a file, and " + path + " is a folder");
            }
            Files.deleteIfExists(path);
            return new JUnitFile(path);
        } catch (InvalidPathException e) {
            throw new UsageException("--junit takes a file, not '" + typed + "'", e);
        } catch (IOException e) {
            throw new UsageException("--junit: " + typed + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** @throws IOException if it cannot be written */
    void write(TestOutcome outcome) throws IOException {
        Files.writeString(path, JUnitXml.of(outcome));
    }
}
