package dev.brummer.runtime.history;

import dev.brummer.logs.JournalReader;
import dev.brummer.runtime.folder.FleetLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The starts of Brummer that a folder's journal knows. Immutable. */
public record Starts(List<Start> all) {
    private static final String PREVIOUS = "previous";

    public Starts {
        all = List.copyOf(all);
    }

    /**
     * Looks for them.
     *
     * @param own {@code .brummer} of the project
     * @throws IOException if they cannot be listed
     */
    public static Starts in(Path own) throws IOException {
        List<Path> folders = JournalReader.starts(own.resolve("journal"));
        boolean running = FleetLock.isHeld(own);
        List<Start> starts = new ArrayList<>();
        for (Path folder : folders) {
            starts.add(new Start(folder, running && folder.equals(folders.getLast())));
        }
        return new Starts(starts);
    }

    /**
     * The start that this process itself supervises, which is the newest.
     *
     * @param own {@code .brummer} of the project
     * @throws IOException if the starts cannot be listed
     */
    public static Start ofThisProcess(Path own) throws IOException {
        // Nobody may ask for the lock here: that would let go of it.
        return new Start(JournalReader.starts(own.resolve("journal")).getLast(), true);
    }

    /** The newest; there must be one. */
    public Start newest() {
        return all.getLast();
    }

    /**
     * The start that was asked for.
     *
     * @param wanted {@code previous}, or the beginning of a name
     * @throws NoSuchStartException if there is none such, or more than one
     */
    public Start chosen(String wanted) throws NoSuchStartException {
        if (wanted.equals(PREVIOUS)) {
            if (all.size() < 2) {
                throw new NoSuchStartException("there is no previous start; 'brum logs --starts' lists what there is");
            }
            return all.get(all.size() - 2);
        }
        List<Start> fitting = all.stream().filter(start -> start.name().startsWith(wanted)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new NoSuchStartException(
                fitting.isEmpty()
                        ? "no start is called '" + wanted + "'; 'brum logs --starts' lists what there is"
                        : "'" + wanted + "' is the beginning of " + fitting.size() + " starts: "
                                + fitting.getFirst().name() + ", " + fitting.get(1).name()
                                + (fitting.size() > 2 ? ", …" : ""));
    }
}
