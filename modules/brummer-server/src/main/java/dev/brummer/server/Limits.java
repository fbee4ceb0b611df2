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

    private static final int CONNECTIONS = 256;
    private static final int SECONDS_FOR_A_REQUEST = 10;
    private static final int SECONDS_IDLE = 15;

    private Limits() {}

    /** To be called before anything of the JDK's server is used. */
    static void apply() {
        set("jdk.httpserver.maxConnections", CONNECTIONS);
        set("sun.net.httpserver.maxReqTime", SECONDS_FOR_A_REQUEST);
        set("sun.net.httpserver.idleInterval", SECONDS_IDLE);
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
