package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The signals that this process ignores although nobody has asked for it: a shell that runs a script has what it starts
 * with {@code &} ignore SIGINT and SIGQUIT (POSIX, "Asynchronous Lists"). What is ignored stays so in whatever is started
 * (execve(2)), and a service could not be stopped by it. What somebody wants ignored, as with nohup(1), is left alone.
 */
final class IgnoredSignals {
    /** More than any system's {@code struct sigaction} takes, of which the first word is the handler. */
    private static final int ACTION_BYTES = 512;

    private IgnoredSignals() {}

    /** Has this process catch them and do nothing, which is as good for it; what it starts from now on has its defaults. */
    static void keepFromOthers(SignalNumbers numbers) {
        keepFromOthers(numbers.number(PosixSignal.SIGINT));
        keepFromOthers(numbers.number(PosixSignal.SIGQUIT));
    }

    static void keepFromOthers(int number) {
        if (isIgnored(number)) {
            // A function that takes a number, does nothing with it, and may be called at any moment.
            long nothing = PosixCalls.address("abs");
            int before = PosixCalls.result("signal", number, nothing, 0);
            if (before != PosixCalls.IGNORE) {
                throw new IllegalStateException("signal " + number + " could not be caught: " + before);
            }
        }
    }

    static boolean isIgnored(int number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(ACTION_BYTES, Long.BYTES);
            int result = PosixCalls.result("sigaction", number, 0, action.address());
            return result == 0 && action.get(ValueLayout.JAVA_LONG, 0) == PosixCalls.IGNORE;
        }
    }
}
