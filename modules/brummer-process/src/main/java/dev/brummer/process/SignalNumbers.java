package dev.brummer.process;

import dev.brummer.core.model.PosixSignal;

/** The numbers of the signals, which differ from system to system in two places. */
enum SignalNumbers {
    /** signal(7) of Linux. */
    LINUX(10, 12),
    /** signal(3) of macOS. */
    MACOS(30, 31);

    private final int user1;
    private final int user2;

    SignalNumbers(int user1, int user2) {
        this.user1 = user1;
        this.user2 = user2;
    }

    int number(PosixSignal signal) {
        return switch (signal) {
            case SIGHUP -> 1;
            case SIGINT -> 2;
            case SIGQUIT -> 3;
            case SIGKILL -> 9;
            case SIGUSR1 -> user1;
            case SIGUSR2 -> user2;
            case SIGTERM -> 15;
            case SIGWINCH -> 28;
        };
    }
}
