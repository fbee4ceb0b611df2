package dev.brummer.api;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a service is as it is. Immutable.
 *
 * @param time of which moment it tells
 * @param ended the start that it is about, where that has ended; empty for one that runs
 * @param next commands that tell more or mend it, the most useful first
 */
public record WhyView(ServiceId service, Instant time, Optional<String> ended, Why why, List<String> next) {
    public WhyView {
        next = List.copyOf(next);
    }
}
