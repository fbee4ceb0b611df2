package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Brummer needs of an operating system. Safe for use by several threads. */
interface Platform {
    /** A new pipe for a child's output. */
    ChildPipe pipe() throws IOException;

    /** The words before a command that put it into a session of its own. */
    List<String> launchPrefix();

    /** All processes. */
    List<ProcessEntry> processes();

    /** Sends a signal to a process; nothing happens where it is gone. */
    void signal(long pid, PosixSignal signal);

    /** Sends a signal to a whole process group; nothing happens where none of it is left. */
    void signalGroup(long group, PosixSignal signal);

    /** Who listens where. */
    List<Listener> listeners();

    /** The processes that hold one of these sockets. */
    Set<Long> holders(Set<Long> socketInodes, Set<Long> amongPids);

    /** The command line and folder of a process, for a person. */
    Optional<String> describe(long pid);

    /** A listening TCP socket. */
    record Listener(int port, long inode) {}

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
