package dev.brummer.core.supervision;

/** Names one of a service's checks. */
public sealed interface CheckRef {
    /** The readiness check at this place of the list. */
    record Readiness(int index) implements CheckRef {}

    /** The health check. */
    record Health() implements CheckRef {}

    /** Whether the service's own processes listen on its claimed ports. */
    record Listening() implements CheckRef {}
}
