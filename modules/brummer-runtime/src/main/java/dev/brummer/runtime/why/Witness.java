package dev.brummer.runtime.why;

import dev.brummer.api.Cause.FailedBefore;
import dev.brummer.api.Cause.PortHeld;
import dev.brummer.api.Cause.Wrote;
import java.util.Optional;

/**
 * What the lines of a service's latest run tell of its trouble. Immutable.
 *
 * @param wrote its last error, or else its last lines where it has ended
 * @param before who had failed before, in the request that its last error names
 * @param port the port that it says is taken, if somebody holds it
 */
public record Witness(Optional<Wrote> wrote, Optional<FailedBefore> before, Optional<PortHeld> port) {
    /** Nothing is known. */
    public static final Witness NONE = new Witness(Optional.empty(), Optional.empty(), Optional.empty());
}
