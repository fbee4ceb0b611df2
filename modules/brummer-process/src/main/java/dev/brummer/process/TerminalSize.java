package dev.brummer.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * How large a terminal is, by ioctl_tty(2). Immutable.
 *
 * @param columns at least 1
 * @param rows 0 where the terminal does not say
 */
public record TerminalSize(int columns, int rows) {
    /** {@code TIOCGWINSZ} of Linux on the usual processors. */
    private static final long LINUX_GET_SIZE = 0x5413;

    /** {@code TIOCSWINSZ} there. */
    private static final long LINUX_SET_SIZE = 0x5414;

    /** {@code TIOCGWINSZ} of macOS. */
    private static final long MACOS_GET_SIZE = 0x40087468L;

    /** {@code TIOCSWINSZ} of macOS. */
    private static final long MACOS_SET_SIZE = 0x80087467L;

    private static final boolean MACOS = System.getProperty("os.name", "").startsWith("Mac");

    private static final int SIZE_BYTES = 8;
    private static final int COLUMNS_AT = 2;

    /** The size of the terminal behind a file descriptor; empty if it is none or does not say. */
    public static Optional<TerminalSize> of(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(SIZE_BYTES, Short.BYTES);
            int result = call(descriptor, MACOS ? MACOS_GET_SIZE : LINUX_GET_SIZE, size);
            int rows = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, 0));
            int columns = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS_AT));
            return result == 0 && columns > 0 ? Optional.of(new TerminalSize(columns, rows)) : Optional.empty();
        }
    }

    /**
     * Makes the terminal behind a file descriptor this large; its programs are told.
     *
     * @return whether there is one
     */
    boolean give(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(SIZE_BYTES, Short.BYTES);
            size.set(ValueLayout.JAVA_SHORT, 0, (short) rows);
            size.set(ValueLayout.JAVA_SHORT, COLUMNS_AT, (short) columns);
            return call(descriptor, MACOS ? MACOS_SET_SIZE : LINUX_SET_SIZE, size) == 0;
        }
    }

    private static int call(int descriptor, long request, MemorySegment size) {
        try {
            return (int) Linked.IOCTL.invokeExact(descriptor, request, size);
        } catch (Throwable e) {
            throw new IllegalStateException("calling ioctl", e);
        }
    }

    private static final class Linked {
        static final MethodHandle IOCTL = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                        Linker.Option.firstVariadicArg(2));
    }
}
