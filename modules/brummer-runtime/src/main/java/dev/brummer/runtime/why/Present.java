package dev.brummer.runtime.why;

import dev.brummer.api.Cause.PortHeld;
import dev.brummer.api.InstanceView;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Optional;

/** What is known of services at the time in question, beside what the journal tells. */
public interface Present {
    /** Where a service is; empty where it is none of the start's. */
    Optional<Standing> of(ServiceId service);

    /**
     * The port that an instance could not have, and who holds it now.
     *
     * @param lines what the instance wrote last
     */
    Optional<PortHeld> held(InstanceView instance, List<String> lines);
}
