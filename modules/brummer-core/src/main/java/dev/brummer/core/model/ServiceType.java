package dev.brummer.core.model;

/** What is expected of a service. */
public enum ServiceType {
    /** It runs until it is stopped. */
    SERVICE,
    /** It finishes, and is ready when it exits with a success code. */
    TASK
}
