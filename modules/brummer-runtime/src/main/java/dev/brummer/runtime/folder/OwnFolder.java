package dev.brummer.runtime.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code .brummer} of a project: what Brummer keeps there is nobody's to commit, but for the plugins of a team. */
final class OwnFolder {
    // Anchored, so that a folder of that name further down does not count.
    private static final String IGNORED = """
            # Written by brum, once. Plugins are the project's; the rest is what brum keeps here.
            /*
            !/plugins/
            """;

    private OwnFolder() {}

    /**
     * Makes the folder where it is not there, and tells git what to leave out; a file of that kind that is there
     * already is a person's, and stays.
     *
     * @throws IOException if something cannot be made
     */
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, IGNORED);
        }
    }
}
