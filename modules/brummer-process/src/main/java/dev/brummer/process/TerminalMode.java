package dev.brummer.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How the terminal on standard input hands on what is typed, by termios(3): line by line with echo, or key by key. Safe
 * for use by several threads.
 */
public final class TerminalMode {
    private static final int IN = 0;

    /** {@code TCSANOW} of tcsetattr(3): what has been typed before stays. */
    private static final int NOW = 0;

    /** {@code SIGTTIN} of signal(7): a process in the background has read from its terminal. */
    private static final int READ_IN_BACKGROUND = 21;

    private static final int STRUCT_BYTES = 128;
    private static final int SIGNAL_SET_BYTES = 128;
    private static final boolean MACOS = System.getProperty("os.name", "").startsWith("Mac");
    private static final Layout LAYOUT = MACOS ? Layout.MACOS : Layout.LINUX;

    private final byte[] found;

    private TerminalMode(byte[] found) {
        this.found = found;
    }

    /** Where this process stands with the terminal on standard input. */
    public enum Place {
        /** It may read what is typed. */
        FOREGROUND,
        /** Reading or changing the mode would stop it. */
        BACKGROUND,
        /** There is no such terminal, or no longer. */
        NOWHERE
    }

    /** The mode at this moment; empty where standard input is no terminal. */
    public static Optional<TerminalMode> found() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mode = arena.allocate(STRUCT_BYTES);
            return PosixCalls.result("tcgetattr", IN, mode.address(), 0) == 0
                    ? Optional.of(new TerminalMode(mode.toArray(ValueLayout.JAVA_BYTE)))
                    : Optional.empty();
        }
    }

    /** Whether this process is in the foreground. */
    public static Place place() {
        int foreground = PosixCalls.result("tcgetpgrp", IN, 0, 0);
        if (foreground < 0) {
            return Place.NOWHERE;
        }
        return foreground == PosixCalls.result("getpgrp", 0, 0, 0) ? Place.FOREGROUND : Place.BACKGROUND;
    }

    /** Whether a terminal controls this process, so that its keys send their signals to all in its foreground at once. */
    public static boolean controls() {
        try (FileChannel ignored = FileChannel.open(Path.of("/dev/tty"), StandardOpenOption.READ)) {
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /**
     * From now on hands on each key at once and echoes none. Keys that send signals or hold up output still do. Only
     * for the foreground.
     */
    public void keyByKey() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mode = arena.allocateFrom(ValueLayout.JAVA_BYTE, found);
            int flags = mode.get(ValueLayout.JAVA_INT_UNALIGNED, LAYOUT.localFlagsAt);
            mode.set(ValueLayout.JAVA_INT_UNALIGNED, LAYOUT.localFlagsAt, flags & ~LAYOUT.localFlags);
            mode.set(ValueLayout.JAVA_BYTE, LAYOUT.leastAt, (byte) 1);
            mode.set(ValueLayout.JAVA_BYTE, LAYOUT.timeAt, (byte) 0);
            set(mode);
        }
    }

    /**
     * From now on hands on every key as it is, those that send signals included, and changes nothing of what is written,
     * by {@code cfmakeraw} of termios(3). Only for the foreground.
     */
    public void raw() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mode = arena.allocateFrom(ValueLayout.JAVA_BYTE, found);
            int ignored = PosixCalls.result("cfmakeraw", mode.address(), 0, 0);
            set(mode);
        }
    }

    /** Makes everything as it was found. Only for the foreground. */
    public void restore() {
        try (Arena arena = Arena.ofConfined()) {
            set(arena.allocateFrom(ValueLayout.JAVA_BYTE, found));
        }
    }

    // It can only fail where the terminal is gone, and with it the mode.
    private static void set(MemorySegment mode) {
        int ignored = PosixCalls.result("tcsetattr", IN, NOW, mode.address());
    }

    /**
     * From now on, reads of the calling thread fail while this process is in the background, instead of stopping all of
     * it. Children that this thread starts would inherit that: it starts none.
     */
    public static void failInBackground() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment signals = arena.allocate(SIGNAL_SET_BYTES, Long.BYTES);
            int emptied = PosixCalls.result("sigemptyset", signals.address(), 0, 0);
            int added = PosixCalls.result("sigaddset", signals.address(), READ_IN_BACKGROUND, 0);
            // For one thread in practice: pthread_sigmask(3) is not in the C library of older Linux systems.
            int masked = PosixCalls.result("sigprocmask", LAYOUT.block, signals.address(), 0);
            if (emptied != 0 || added != 0 || masked != 0) {
                throw new IllegalStateException("SIGTTIN could not be blocked");
            }
        }
    }

    /**
     * Stops this process as Ctrl-Z does, where its SIGTSTP has the default action; returns when it goes on. Nothing
     * happens where no shell is there that could let it go on.
     */
    public static void suspend() {
        // To the calling thread, so that it does not run on for a moment.
        int ignored = PosixCalls.result("raise", LAYOUT.terminalStop, 0, 0);
    }

    /**
     * What differs between the systems.
     *
     * @param localFlagsAt where {@code struct termios} has them, or their lower half, which is enough
     * @param localFlags ICANON, ECHO and IEXTEN
     * @param leastAt where it has VMIN
     * @param timeAt where it has VTIME
     * @param block {@code SIG_BLOCK}
     * @param terminalStop {@code SIGTSTP}
     */
    private record Layout(int localFlagsAt, int localFlags, int leastAt, int timeAt, int block, int terminalStop) {
        /** Of glibc and musl. */
        static final Layout LINUX = new Layout(12, 0x800a, 23, 22, 0, 20);

        static final Layout MACOS = new Layout(24, 0x508, 48, 49, 1, 18);
    }
}
