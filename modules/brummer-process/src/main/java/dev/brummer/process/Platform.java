package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What Brummer needs of an operating system. Safe for use by several threads. */
interface Platform {
    /** A new pipe for a child's output. */
    ChildPipe pipe() throws IOException;

    /** A new terminal for a child. */
    PseudoTerminal terminal() throws IOException;

    /** The words before a command that put it into a session of its own. */
    List<String> newSession();

    /** The same, with a terminal that controls the session and is on its standard streams. */
    List<String> newSession(PseudoTerminal terminal);

    /** What a shell does before it becomes a run's command, so that all of the run carry this limit, in KiB. */
    String limitStatement(long limit);

    /**
     * All processes.
     *
     * @throws IOException if one that may be there could not be read: who is missing then is not gone
     */
    List<ProcessEntry> processes() throws IOException;

    /**
     * The processes that descend from this one, or may do so; who does not may be left out once he has been among them.
     *
     * @param wanted those that are to be among them whoever they are
     * @throws IOException if one that may be there could not be read: who is missing then is not gone
     */
    List<ProcessEntry> kin(Set<Long> wanted) throws IOException;

    /**
     * What processes have used of the machine, by pid. Those that have ended since the look may be missing.
     *
     * @param processes living ones that a look has just found
     */
    Map<Long, Spent> spent(Collection<ProcessEntry> processes);

    /**
     * When a process started, in the kernel's own count; empty if it is gone.
     *
     * @throws IOException if it could not be read although it may be there
     */
    OptionalLong ticks(long pid) throws IOException;

    /** Names this boot of the machine: pids and ticks of another boot mean nothing. */
    String bootId() throws IOException;

    /** Makes orphans of this process's descendants its children, where the system can. */
    void becomeReaper();

    /** Has what is started not ignore what this process ignores without anybody having asked for it. */
    void keepIgnoredSignalsFromOthers();

    /** Takes leave of a dead child that nobody else waits for. */
    void reap(long pid);

    /**
     * The name of the first variable in a process's environment that begins with {@code prefix}.
     *
     * @throws IOException if it could not be read although it may be there
     */
    Optional<String> marker(long pid, String prefix) throws IOException;

    /**
     * The soft limit of a process's resident set, in bytes; empty where it has none.
     *
     * @throws IOException if it could not be read although it may be there
     */
    OptionalLong residentLimit(long pid) throws IOException;

    /** What a process has on its standard streams, as {@link ChildStream#inode()} names it. */
    Set<String> streams(long pid);

    /** Sends a signal to a process; nothing happens where it is gone. */
    void signal(long pid, PosixSignal signal);

    /** Sends a signal to a whole process group; nothing happens where none of it is left. */
    void signalGroup(long group, PosixSignal signal);

    /**
     * Who listens where.
     *
     * @throws IOException if that could not be read; so for the next three
     */
    List<Listener> listeners() throws IOException;

    /** Who listens where, and who is connected with whom. */
    Sockets tcp() throws IOException;

    /** The sockets that these processes hold, as {@link Listener#inode()} names them. */
    Set<Long> sockets(Set<Long> pids) throws IOException;

    /** The processes that hold one of these sockets. */
    Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids) throws IOException;

    /** The command line and folder of a process, for a person. */
    Optional<String> describe(long pid);

    /** Whether a process is a Java virtual machine, which answers SIGQUIT with a thread dump. */
    boolean isJavaMachine(long pid);

    /**
     * What a process has used of the machine.
     *
     * @param own its own processor time
     * @param children that of its children which it has waited for, where the system tells
     * @param residentBytes its resident memory
     */
    record Spent(Duration own, Duration children, long residentBytes) {}

    /** A listening TCP socket. */
    record Listener(int port, long inode) {}

    /**
     * An end of an established TCP connection.
     *
     * @param inode the socket, as {@link Listener#inode()} names it; 0 while no process has accepted it
     */
    record Link(End local, End remote, long inode) {
        /** @param address an IPv4 address, or an IPv6 address in its shortest form */
        record End(String address, int port) {
            boolean isLoopback() {
                return address.startsWith("127.") || address.equals("::1");
            }
        }
    }

    /** TCP sockets of this machine. */
    record Sockets(List<Listener> listeners, List<Link> links) {}

    /** The platform this Java runs on. */
    static Platform current() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Linux")) {
            return new LinuxPlatform(new PosixCalls());
        }
        if (system.startsWith("Mac")) {
            return new MacPlatform(new PosixCalls());
        }
        throw new UnsupportedSystemException("services cannot be run on " + system + "; on Windows, run brum inside WSL");
    }
}
