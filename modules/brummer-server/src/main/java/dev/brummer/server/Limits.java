package dev.brummer.server;

import java.time.Duration;

/**
 * How much one client, or many, may take of the server. Most are properties of the JDK's server, read once when its first
 * class is loaded.
 */
final class Limits {
    /** More than any request of Brummer's own has. */
    static final int BODY = 64 << 10;

    /** A client that takes nothing for so long is let go. */
    static final Duration STUCK = Duration.ofSeconds(30);

    /** A client that follows hears something at least so often. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** So long an answer is waited for at most: less than what lies between may put up with. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    /** How many records a client that follows may fall behind: some megabytes, and seconds of a flood. */
    static final int MOST_BEHIND = 50_000;

    /** As many as a team's tools have open at once, and far less than a process may have. More are closed at once. */
    private static final int CONNECTIONS = 256;

    /**
     * From a request's first byte to its last, looked at every second. It is also how long a new connection may stay
     * silent, and with that how long others can keep clients out who take all connections.
     */
    private static final int SECONDS_FOR_A_REQUEST = 5;

    /** Longer than the JDK's client keeps a connection to use it again: else it would find it closed now and then. */
    private static final int SECONDS_IDLE = 15;

    /** How often idle connections are looked for; every ten seconds if left out. */
    private static final int IDLE_LOOK_MILLIS = 500;

    private Limits() {}

    /** To be called before anything of the JDK's server is used. */
    static void apply() {
        set("jdk.httpserver.maxConnections", CONNECTIONS);
        set("sun.net.httpserver.maxReqTime", SECONDS_FOR_A_REQUEST);
        set("sun.net.httpserver.idleInterval", SECONDS_IDLE);
        set("sun.net.httpserver.clockTick", IDLE_LOOK_MILLIS);
        set("sun.net.httpserver.maxIdleConnections", CONNECTIONS);
        set("sun.net.httpserver.maxReqHeaders", 64);
        set("sun.net.httpserver.maxReqHeaderSize", 16 << 10);
        // Small answers must not wait for the client's acknowledgement of the last one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static void set(String property, int value) {
        System.setProperty(property, Integer.toString(value));
    }
}
