package dev.brummer.process;

/**
 * One row of the system's process table.
 *
 * @param group its process group
 * @param session its session
 * @param startTicks when it started, in the kernel's own count; with the pid it tells a process from a later one
 * @param zombie whether it is dead and only waits to be reaped
 * @param cost what it has cost so far, where the row says so
 */
record ProcessEntry(long pid, long parent, long group, long session, long startTicks, boolean zombie, Cost cost) {
    /** Of which the table does not say what it has cost. */
    ProcessEntry(long pid, long parent, long group, long session, long startTicks, boolean zombie) {
        this(pid, parent, group, session, startTicks, zombie, Cost.NOT_SAID);
    }

    /**
     * As the kernel counts.
     *
     * @param ownTicks the processor time of the process itself
     * @param childTicks that of its children which it has waited for, and of theirs
     * @param residentPages its resident memory
     */
    record Cost(long ownTicks, long childTicks, long residentPages) {
        static final Cost NOT_SAID = new Cost(0, 0, 0);
    }
}
