package dev.brummer.core.model;

/** The signals that may stop a service. Numbers differ between systems, so there are none here. */
public enum PosixSignal {
    SIGHUP,
    SIGINT,
    SIGQUIT,
    SIGKILL,
    SIGUSR1,
    SIGUSR2,
    SIGTERM,
    SIGWINCH
}
