package dev.brummer.insight.request;

import dev.brummer.logs.query.Unit;
import dev.brummer.spi.ServiceId;
import java.time.Duration;

/**
 * One unit on a request's way.
 *
 * @param service whose unit it is
 * @param gap since the hop before; zero for the first
 * @param probable whether it names nothing that leads to the request, which was the only one in flight
 * @param failing whether it is the first along the way that tells of a failure
 */
public record Hop(Unit unit, ServiceId service, Duration gap, boolean probable, boolean failing, Work work) {}
