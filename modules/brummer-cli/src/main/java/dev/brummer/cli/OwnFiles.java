package dev.brummer.cli;

import dev.brummer.discovery.draft.IgnoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of a project that {@code brum init} writes. */
record OwnFiles(Path folder) {
    private static final String MAIN = "brummer.yaml";
    private static final String OTHER = "brummer.yml";

    /** What the main file is called, or would be. */
    String name() {
        return !Files.exists(folder.resolve(MAIN)) && Files.exists(folder.resolve(OTHER)) ? OTHER : MAIN;
    }

    boolean isThere() {
        return Files.exists(folder.resolve(name()));
    }

    /** Writes the main file whole, or leaves the one that is there. */
    void write(String text) throws IOException {
        Path target = folder.resolve(name());
        Path beside = folder.resolve("." + name() + ".new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Has Git ignore what is one person's own, where there is a repository; whether there was something to do. */
    boolean ignore() throws IOException {
        if (!isInRepository()) {
            return false;
        }
        Path file = folder.resolve(".gitignore");
        String before = Files.exists(file) ? Files.readString(file) : "";
        String after = IgnoreFile.with(before);
        if (after.equals(before)) {
            return false;
        }
        Files.writeString(file, after);
        return true;
    }

    private boolean isInRepository() {
        Path at = folder;
        while (at != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        return at != null;
    }
}
