package dev.brummer.insight.view;

import java.time.Duration;
import java.util.Optional;

/** Requests over a time. For one thread. */
final class TrafficTally {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final Durations durations = new Durations();
    private long answered;
    private long clientErrors;
    private long serverErrors;

    void add(int status, Optional<Duration> took) {
        answered++;
        serverErrors += status >= SERVER_ERROR ? 1 : 0;
        clientErrors += status >= CLIENT_ERROR && status < SERVER_ERROR ? 1 : 0;
        took.ifPresent(durations::add);
    }

    void addAll(TrafficTally others) {
        answered += others.answered;
        clientErrors += others.clientErrors;
        serverErrors += others.serverErrors;
        durations.addAll(others.durations);
    }

    Requests.Traffic told(Duration over) {
        double seconds = over.toNanos() / 1e9;
        return new Requests.Traffic(
                answered, answered / seconds, clientErrors, serverErrors, durations.latency());
    }
}
