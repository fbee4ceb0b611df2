package shop.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when a test says so. */
public final class ManualClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void elapse(Duration duration) {
        now = now.plus(duration);
    }
}
