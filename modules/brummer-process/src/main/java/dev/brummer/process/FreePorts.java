package dev.brummer.process;

import java.io.IOException;
import java.util.Set;

/** Finds ports for services that claim {@code auto}. */
@FunctionalInterface
public interface FreePorts {
    /**
     * A port that nobody listens on and that is not among {@code taken}.
     *
     * @throws IOException if the system has none to give
     */
    int next(Set<Integer> taken) throws IOException;

    /** Those of this machine's loopback interface. */
    static FreePorts ofThisMachine() {
        return PortTable::free;
    }
}
