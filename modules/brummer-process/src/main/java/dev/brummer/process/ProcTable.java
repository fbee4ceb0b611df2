package dev.brummer.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The process table of Linux. It is looked at every second, so a look reads as little as it can: whoever is known not
 * to descend from this process is only asked whether he is still the same. That is a property for life where this process
 * is the sub-reaper (prctl(2)): orphans of its descendants become its children, and nobody else ever does. Safe for use
 * by several threads.
 */
final class ProcTable {
    // The longest row is one of 52 numbers of at most 20 digits, and a name.
    private static final int LONGEST_ROW = 2048;

    private final ProcFiles files;
    private final String folder;
    private final long self;
    private final byte[] buffer = new byte[LONGEST_ROW];
    private final Map<String, Stranger> strangers = new HashMap<>();
    private long looks;

    /** A process that does not descend from this one. */
    private static final class Stranger {
        private final ProcessEntry row;
        private final File folder;
        // When the kernel made up the folder, in milliseconds: that of who comes later with the same pid is made later.
        private final long made;
        private long seen;

        Stranger(ProcessEntry row, File folder, long made, long seen) {
            this.row = row;
            this.folder = folder;
            this.made = made;
            this.seen = seen;
        }
    }

    /**
     * @param folder where the system shows its processes: {@code /proc}
     * @param self the pid of this process
     */
    ProcTable(ProcFiles files, String folder, long self) {
        this.files = files;
        this.folder = folder;
        this.self = self;
    }

    /**
     * All processes.
     *
     * @throws IOException if one that may be there could not be read; so for all that this table is asked
     */
    synchronized List<ProcessEntry> all() throws IOException {
        List<ProcessEntry> rows = new ArrayList<>(256);
        for (String pid : pids()) {
            row(pid).ifPresent(rows::add);
        }
        return rows;
    }

    /**
     * The processes that descend from this one, and all that are not known not to. Whoever is seen for the first time
     * is among them.
     *
     * @param wanted those that are to be among them whoever they are
     */
    synchronized List<ProcessEntry> kin(Set<Long> wanted) throws IOException {
        List<ProcessEntry> rows = new ArrayList<>();
        looks++;
        for (String pid : pids()) {
            Stranger known = strangers.get(pid);
            if (known == null || known.folder.lastModified() != known.made) {
                row(pid).ifPresent(rows::add);
                continue;
            }
            known.seen = looks;
            if (wanted.contains(known.row.pid())) {
                row(pid).ifPresent(rows::add);
            }
        }
        strangers.values().removeIf(stranger -> stranger.seen != looks);
        learn(rows);
        return rows;
    }

    /** Who descends from a stranger is one. A parent that is younger has its pid from a parent that is gone. */
    private void learn(List<ProcessEntry> rows) throws IOException {
        for (boolean grew = true; grew; ) {
            grew = false;
            for (ProcessEntry row : rows) {
                String pid = Long.toString(row.pid());
                if (row.pid() != self && !strangers.containsKey(pid) && descendsFromStranger(row)) {
                    Optional<Stranger> stranger = stranger(pid, row);
                    stranger.ifPresent(found -> strangers.put(pid, found));
                    grew = grew || stranger.isPresent();
                }
            }
        }
    }

    private boolean descendsFromStranger(ProcessEntry row) {
        Stranger parent = strangers.get(Long.toString(row.parent()));
        return row.parent() == 0 || (parent != null && parent.row.startTicks() <= row.startTicks());
    }

    /** Empty if the process has ended meanwhile. */
    private Optional<Stranger> stranger(String pid, ProcessEntry row) throws IOException {
        File shown = new File(folder, pid);
        long made = shown.lastModified();
        return row(pid)
                .filter(again -> again.startTicks() == row.startTicks())
                .map(same -> new Stranger(same, shown, made, looks));
    }

    private List<String> pids() throws IOException {
        String[] names = files.names(folder).orElseThrow(() -> new IOException(folder + " is not there"));
        List<String> pids = new ArrayList<>(names.length);
        for (String name : names) {
            char first = name.charAt(0);
            if (first >= '0' && first <= '9') {
                pids.add(name);
            }
        }
        return pids;
    }

    /** The row of one process; empty if it is gone. */
    synchronized Optional<ProcessEntry> row(String pid) throws IOException {
        String file = folder + '/' + pid + "/stat";
        int length;
        try (FileInputStream in = new FileInputStream(file)) {
            length = in.read(buffer);
        } catch (IOException goneOrWithoutHandle) {
            // Which of both, is told by a way that costs more.
            return files.record(file).filter(row -> row.length > 0).map(row -> StatRow.parse(row, row.length));
        }
        // A process that is just ending may have an empty file.
        return length <= 0 ? Optional.empty() : Optional.of(StatRow.parse(buffer, length));
    }
}
