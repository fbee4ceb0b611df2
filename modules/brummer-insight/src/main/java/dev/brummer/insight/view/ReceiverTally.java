package dev.brummer.insight.view;

import dev.brummer.insight.view.Messages.Trend;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one service receives of one event. For one thread. */
final class ReceiverTally {
    /** Of the messages of a minute, a twentieth may be under way at any time. */
    private static final int UNDER_WAY = 20;

    private final ServiceId service;
    private final Durations lags = new Durations();
    private final Window<Count> lastMinute = new Window<>(Count::new);
    private Instant last = Instant.MIN;
    private Optional<Instant> waitingSince = Optional.empty();
    private long received;

    ReceiverTally(ServiceId service) {
        this.service = service;
    }

    /** There is another that it should receive. */
    void published(Instant time) {
        waitingSince = waitingSince.or(() -> Optional.of(time));
    }

    /** @param lag since it was published, where that is known */
    void received(Instant time, Optional<Duration> lag) {
        received++;
        last = time;
        waitingSince = Optional.empty();
        lastMinute.at(time).ifPresent(Count::up);
        // A line may overtake another on its way here.
        lag.filter(known -> !known.isNegative()).ifPresent(lags::add);
    }

    Messages.Receiver told(long published, long inLastMinute, Instant now, Duration silent) {
        long backlog = Math.max(0, published - received);
        return new Messages.Receiver(
                service,
                received,
                backlog,
                backlog == 0 ? Trend.STEADY : trend(inLastMinute, Count.in(lastMinute, now)),
                lags.latency(),
                last,
                waitingSince.filter(since -> Duration.between(since, now).compareTo(silent) >= 0));
    }

    private static Trend trend(long published, long received) {
        long grown = published - received;
        if (Math.abs(grown) <= Math.max(1, published / UNDER_WAY)) {
            return Trend.STEADY;
        }
        return grown > 0 ? Trend.RISING : Trend.FALLING;
    }
}
