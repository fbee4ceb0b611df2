package dev.brummer.insight.request;

import java.time.Duration;

/**
 * What one service says of those it has called for a request.
 *
 * @param caller its name
 * @param count how many calls
 * @param sum how long all of them took together
 * @param total how long the caller says that it took in all
 */
public record Calls(String caller, int count, Duration sum, Duration total) {
    /** What was spent between the calls; negative where some ran at the same time. */
    public Duration between() {
        return total.minus(sum);
    }
}
