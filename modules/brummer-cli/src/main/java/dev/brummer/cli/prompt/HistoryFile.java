package dev.brummer.cli.prompt;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What was typed in a folder, the latest last, kept from one start to the next. For one thread. */
final class HistoryFile {
    private static final int MOST = 1000;

    private final Path file;
    private List<String> lines = new ArrayList<>();

    HistoryFile(Path file) {
        this.file = file;
    }

    /**
     * What was typed in earlier starts. Of a file that has grown long, the older half is dropped.
     *
     * @throws IOException if the file is there and cannot be read or written
     */
    List<String> load() throws IOException {
        try {
            lines = new ArrayList<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (MalformedInputException e) {
            // Torn or not ours: a new one begins.
            lines = new ArrayList<>();
            rewrite();
        }
        if (lines.size() > MOST) {
            lines = new ArrayList<>(lines.subList(lines.size() - MOST / 2, lines.size()));
            rewrite();
        }
        return List.copyOf(lines);
    }

    private void rewrite() throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Keeps one line; not what begins with a blank, as in shells, nor the same again.
     *
     * @throws IOException if it cannot be written
     */
    void add(String line) throws IOException {
        String one = line.stripTrailing();
        if (one.isEmpty() || one.startsWith(" ") || (!lines.isEmpty() && lines.getLast().equals(one))) {
            return;
        }
        lines.add(one);
        Files.write(file, List.of(one), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
