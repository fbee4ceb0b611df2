package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;

/** Ctrl-\ of this process's terminal, at which a JVM prints what its threads do. */
public final class QuitKey {
    private QuitKey() {}

    /**
     * Leaves it to what runs in the foreground beside this process. To be called once that has been started, for what is
     * ignored before stays so in whatever is started.
     */
    public static void leaveToOthers() {
        int quit = SignalNumbers.LINUX.number(PosixSignal.SIGQUIT);
        int ignored = PosixCalls.result("signal", quit, PosixCalls.IGNORE, 0);
    }
}
