package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an engine tells of itself, kept. */
final class Troubles implements EngineTrouble {
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void began(String what) {
        told.add("began: " + what);
    }

    @Override
    public void ended(String what) {
        told.add("ended: " + what);
    }

    @Override
    public void broke(String doing, Throwable fault) {
        told.add("broke while " + doing + ": " + fault.getMessage());
    }
}
