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
 * The system calls that Java does not offer: pipe(2), close(2), kill(2). Linked on first use, which costs some
 * milliseconds; {@link #warm()} does that beforehand. Safe for use by several threads.
 */
final class PosixCalls {
    private static final int ESRCH = 3;
    private static final int ENFILE = 23;
    private static final int EMFILE = 24;

    void warm() {
        kill(0, 0);
    }

    /** @return the read end and the write end; children do not see them, since the JDK closes what it did not hand over */
    int[] pipe() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
            MemorySegment error = arena.allocate(Linked.ERROR);
            int result = (int) Linked.PIPE.invokeExact(error, ends);
            if (result != 0) {
                throw new IOException(pipeFailed((int) Linked.ERRNO.get(error, 0L)));
            }
            return new int[] {ends.getAtIndex(ValueLayout.JAVA_INT, 0), ends.getAtIndex(ValueLayout.JAVA_INT, 1)};
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling pipe", e);
        }
    }

    private static String pipeFailed(int error) {
        return switch (error) {
            case EMFILE, ENFILE -> "no file handles are left; raise the limit with 'ulimit -n'";
            default -> "no pipe could be made (error " + error + ")";
        };
    }

    void close(int descriptor) {
        try {
            int ignored = (int) Linked.CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException("calling close", e);
        }
    }

    /**
     * kill(2).
     *
     * @param pid a process, or minus a process group
     * @return whether there was somebody to send it to
     */
    boolean kill(long pid, int signal) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(Linked.ERROR);
            int result = (int) Linked.KILL.invokeExact(error, (int) pid, signal);
            return result == 0 || (int) Linked.ERRNO.get(error, 0L) != ESRCH;
        } catch (Throwable e) {
            throw new IllegalStateException("calling kill", e);
        }
    }

    /** Holds the links, so that loading the outer class costs nothing. */
    private static final class Linked {
        static final StructLayout ERROR = Linker.Option.captureStateLayout();
        static final VarHandle ERRNO = ERROR.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private static final Linker LINKER = Linker.nativeLinker();
        private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");

        static final MethodHandle PIPE =
                link("pipe", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS), CAPTURE);
        static final MethodHandle CLOSE =
                link("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        static final MethodHandle KILL = link(
                "kill",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                CAPTURE);

        private static MethodHandle link(String name, FunctionDescriptor descriptor, Linker.Option... options) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
        }
    }
}
