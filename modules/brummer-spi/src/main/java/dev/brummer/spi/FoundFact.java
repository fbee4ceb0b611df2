package dev.brummer.spi;

import java.time.Instant;

/**
 * A fact, and where it was found. Immutable.
 *
 * @param sequence its own number in the journal
 * @param time when the line was read in which it was found
 * @param instance the instance that wrote the line
 * @param run the run of the instance
 * @param source the line's sequence number
 * @param service the service that says so: the one whose name stands before the line, as Compose and concurrently put it
 *     there; else the one that wrote the line
 * @param parser the id of the parser that found it
 */
public record FoundFact(
        long sequence,
        Instant time,
        InstanceId instance,
        int run,
        long source,
        ServiceId service,
        String parser,
        Fact fact) {}
