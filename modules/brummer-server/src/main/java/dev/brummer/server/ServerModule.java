package dev.brummer.server;

import com.google.inject.AbstractModule;
import dev.brummer.runtime.ControlDoor;

/** The way by which other processes reach a session. */
public final class ServerModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ControlDoor.class).toInstance(ControlDoors.onLoopback());
    }
}
