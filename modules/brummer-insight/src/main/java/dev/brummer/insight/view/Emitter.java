package dev.brummer.insight.view;

import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;

/** Who says what a fact states. */
final class Emitter {
    private Emitter() {}

    /**
     * The copy that wrote the line; where the line names another service, as {@code docker compose} puts it before
     * each, that service.
     */
    static InstanceId of(FoundFact found) {
        return found.service().equals(found.instance().service())
                ? found.instance()
                : InstanceId.only(found.service());
    }
}
