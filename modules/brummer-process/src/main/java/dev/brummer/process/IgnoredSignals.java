package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

/**
 * The signals that this process ignores although nobody has asked for it: a shell that runs a script has what it starts
 * with {@code &} ignore SIGINT and SIGQUIT (POSIX, "Asynchronous Lists"). What is ignored stays so in whatever is started
 * (execve(2)), and a service could not be stopped by it. What somebody wants ignored, as with nohup(1), is left alone.
 * Safe for use by several threads.
 */
public final class IgnoredSignals {
    /** More than any system's {@code struct sigaction} takes, of which the first word is the handler. */
    private static final int ACTION_BYTES = 512;

    private static final Set<PosixSignal> KEPT = EnumSet.noneOf(PosixSignal.class);

    private IgnoredSignals() {}

    /** Has this process catch them and do nothing, which is as good for it; what it starts from now on has its defaults. */
    static synchronized void keepFromOthers(SignalNumbers numbers) {
        for (PosixSignal signal : Set.of(PosixSignal.SIGINT, PosixSignal.SIGQUIT)) {
            if (keptFromOthers(numbers.number(signal))) {
                KEPT.add(signal);
            }
        }
    }

    /**
     * Has a signal trapped, unless it is one that this process ignores. The JVM knows that of a signal, and traps none, as long
     * as it has not been kept from others.
     */
    public static synchronized void trap(PosixSignal signal, Runnable trapping) {
        if (!KEPT.contains(signal)) {
            trapping.run();
        }
    }

    /** Returns whether there was anything to keep from them. */
    static boolean keptFromOthers(int number) {
        boolean ignored = isIgnored(number);
        if (ignored) {
            // A function that takes a number, does nothing with it, and may be called at any moment.
            long nothing = PosixCalls.address("abs");
            int before = PosixCalls.result("signal", number, nothing, 0);
            if (before != PosixCalls.IGNORE) {
                throw new IllegalStateException("signal " + number + " could not be caught: " + before);
            }
        }
        return ignored;
    }

    static boolean isIgnored(int number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(ACTION_BYTES, Long.BYTES);
            int result = PosixCalls.result("sigaction", number, 0, action.address());
            return result == 0 && action.get(ValueLayout.JAVA_LONG, 0) == PosixCalls.IGNORE;
        }
    }
}
