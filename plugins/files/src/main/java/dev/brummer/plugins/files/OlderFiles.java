package dev.brummer.plugins.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What became of a file before: NAME.1 is the newest, NAME.2 is older.
 *
 * @param most how many are kept
 */
record OlderFiles(Path file, int most) {
    /** Makes the file the newest of them: the others move up, and the oldest goes. */
    void add() throws IOException {
        deleteFrom(most);
        for (int i = most - 1; i >= 1; i--) {
            move(numbered(i), numbered(i + 1));
        }
        move(file, numbered(1));
    }

    /** Also those that are left from a time when more were kept. */
    private void deleteFrom(int number) throws IOException {
        for (int i = number; Files.deleteIfExists(numbered(i)); i++) {}
    }

    // Somebody may have taken one away.
    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(from, to);
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
