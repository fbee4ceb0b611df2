package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;

/** Ctrl-\ of this process's terminal, at which a JVM prints what its threads do. */
public final class QuitKey {
    /** {@code SIG_IGN} of signal(3). */
    private static final int IGNORE = 1;

    private QuitKey() {}

    /**
     * Leaves it to what runs in the foreground beside this process. To be called once that has been started, for what is
     * ignored before stays so in whatever is started.
     */
    public static void leaveToOthers() {
        int ignored = PosixCalls.result("signal", SignalNumbers.LINUX.number(PosixSignal.SIGQUIT), IGNORE, 0);
    }
}
