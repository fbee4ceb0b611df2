package dev.brummer.core.graph;

import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;
import java.util.Optional;

/**
 * Something that must hold before a service starts.
 *
 * @param on the service it is about
 * @param condition what must hold of it
 * @param required whether the start waits for good when {@code on} fails; otherwise a failure opens the gate
 * @param stage the stage whose opening this is a part of; empty for an edge of {@code depends_on}
 */
public record Gate(ServiceId on, Condition condition, boolean required, Optional<StageId> stage) {}
