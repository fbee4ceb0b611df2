package dev.brummer.process;

/**
 * One row of the system's process table.
 *
 * @param group its process group
 * @param session its session
 * @param startTicks when it started, in the kernel's own count; with the pid it tells a process from a later one
 * @param zombie whether it is dead and only waits to be reaped
 */
record ProcessEntry(long pid, long parent, long group, long session, long startTicks, boolean zombie) {}
