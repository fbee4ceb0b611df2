package dev.brummer.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls that Java does not offer, or not cheaply: pipe(2), open(2), read(2), close(2), kill(2), waitpid(2) and
 * prctl(2). Linked on first use, which costs some milliseconds; {@link #warm()} does that beforehand. Safe for use by
 * several threads.
 */
final class PosixCalls {
    /** {@code PR_SET_CHILD_SUBREAPER} of prctl(2). */
    private static final int SET_CHILD_SUBREAPER = 36;

    /** {@code WNOHANG} of waitpid(2). */
    private static final int NO_HANG = 1;

    /** {@code O_RDONLY | O_CLOEXEC} of open(2) on Linux. */
    private static final int READ_ONLY = 0x80000;

    /** What a person reads where handles lack. */
    static final String NO_HANDLES = "no file handles are left; raise the limit with 'ulimit -n'";

    /** {@code SIG_IGN} of signal(3). */
    static final int IGNORE = 1;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int ESRCH = 3;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    private static final int ENFILE = 23;
    private static final int EMFILE = 24;

    void warm() {
        boolean ignored = kill(0, 0);
    }

    /** @return the read end and the write end; children do not see them, since the JDK closes what it did not hand over */
    int[] pipe() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
            int error = call(Linked.PIPE, ends.address(), 0, 0);
            if (error != 0) {
                throw new IOException(pipeFailed(error));
            }
            return new int[] {ends.getAtIndex(ValueLayout.JAVA_INT, 0), ends.getAtIndex(ValueLayout.JAVA_INT, 1)};
        }
    }

    private static String pipeFailed(int error) {
        return isLackOfHandles(error) ? NO_HANDLES : "no pipe could be made (error " + error + ")";
    }

    /** Whether an error says that this process or the system has no file handle to give. */
    static boolean isLackOfHandles(int error) {
        return error == EMFILE || error == ENFILE;
    }

    /** Whether an error says that a file, or the process it tells of, is not there or not for this user to see. */
    static boolean isGoneOrForeign(int error) {
        return error == ENOENT || error == ESRCH || error == ENOTDIR || error == EACCES || error == EPERM;
    }

    /**
     * open(2) for reading, on Linux alone; no child inherits it.
     *
     * @param name ended by a zero byte
     * @return the descriptor, or minus the error
     */
    int open(MemorySegment name) {
        return value(Linked.OPEN, name.address(), READ_ONLY, 0);
    }

    /**
     * read(2) into the whole of {@code buffer}, if there is as much.
     *
     * @return how many bytes were read, or minus the error
     */
    int read(int descriptor, MemorySegment buffer) {
        return value(Linked.READ, descriptor, buffer.address(), buffer.byteSize());
    }

    void close(int descriptor) {
        int ignored = call(Linked.CLOSE, descriptor, 0, 0);
    }

    /**
     * kill(2).
     *
     * @param pid a process, or minus a process group
     * @return whether there was somebody to send it to
     */
    boolean kill(long pid, int signal) {
        return call(Linked.KILL, pid, signal, 0) != ESRCH;
    }

    /** prctl(2), on Linux alone. */
    void becomeSubReaper() {
        int error = call(Linked.find("prctl"), SET_CHILD_SUBREAPER, 1, 0);
        if (error != 0) {
            throw new IllegalStateException("prctl failed with error " + error);
        }
    }

    /** waitpid(2) for one child, without waiting. */
    void reap(long pid) {
        int ignored = call(Linked.find("waitpid"), pid, 0, NO_HANG);
    }

    /** Calls a function that this class has no method for, and returns what it gives, or minus the error it failed with. */
    static int result(String function, long first, long second, long third) {
        return value(Linked.find(function), first, second, third);
    }

    /** Where a function is. */
    static long address(String function) {
        return Linked.find(function).address();
    }

    /** Calls a function and returns 0, or the error it failed with. */
    private static int call(MemorySegment function, long first, long second, long third) {
        return Math.max(0, -value(function, first, second, third));
    }

    /** Calls a function and returns what it gives, or minus the error it failed with. */
    private static int value(MemorySegment function, long first, long second, long third) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linked.STATE);
            int result = (int) Linked.CALL.invokeExact(function, state, first, second, third);
            return result >= 0 ? result : -(int) Linked.ERRNO.get(state, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("calling the system", e);
        }
    }

    /**
     * Holds the links, so that loading the outer class costs nothing. All functions are called through one handle of three
     * words, whatever they take: a handle of its own costs each of them milliseconds at the start, and the calling
     * conventions of x86-64 and AArch64 pass an int in the low half of such a word and ignore a word too many.
     */
    private static final class Linked {
        static final StructLayout STATE = Linker.Option.captureStateLayout();
        static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private static final Linker LINKER = Linker.nativeLinker();
        static final MethodHandle CALL = LINKER.downcallHandle(
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                Linker.Option.captureCallState("errno"));
        static final MemorySegment PIPE = find("pipe");
        static final MemorySegment CLOSE = find("close");
        static final MemorySegment KILL = find("kill");
        static final MemorySegment OPEN = find("open");
        static final MemorySegment READ = find("read");

        static MemorySegment find(String name) {
            return LINKER.defaultLookup().findOrThrow(name);
        }
    }
}
