package dev.brummer.runtime.history;

import java.nio.file.Path;

/**
 * One start of Brummer in a folder.
 *
 * @param folder where its journal is
 * @param running whether it has not ended yet
 */
public record Start(Path folder, boolean running) {
    /** What {@code --start} calls it. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }
}
