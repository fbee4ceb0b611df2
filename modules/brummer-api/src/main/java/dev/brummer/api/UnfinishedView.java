package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;

/**
 * The lines that have begun and not ended at one moment. Immutable.
 *
 * @param version tells it from an earlier view; 1 or more
 * @param lines oldest first
 */
public record UnfinishedView(long version, List<Line> lines) {
    /**
     * One of them.
     *
     * @param since when it began
     * @param text its last kibibyte, without colour codes and control characters
     */
    public record Line(InstanceId instance, int run, StreamName stream, Instant since, String text) {}

    public UnfinishedView {
        lines = List.copyOf(lines);
    }
}
