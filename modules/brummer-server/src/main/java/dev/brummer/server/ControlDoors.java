package dev.brummer.server;

import dev.brummer.runtime.ControlDoor;

/** The ways by which other processes reach a session. */
public final class ControlDoors {
    private ControlDoors() {}

    /** By HTTP, on the loopback interface. */
    public static ControlDoor onLoopback() {
        return new ControlServer();
    }
}
