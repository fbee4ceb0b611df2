package dev.brummer.insight.view;

import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of one name. For one thread. */
final class EventTally {
    private final String name;
    private final Map<ServiceId, Long> publishers = new TreeMap<>();
    private final Map<ServiceId, ReceiverTally> receivers = new TreeMap<>();
    private final Window<Count> lastMinute = new Window<>(Count::new);
    private Optional<Instant> lastPublished = Optional.empty();
    private long published;

    EventTally(String name) {
        this.name = name;
    }

    void published(ServiceId by, Instant time) {
        published++;
        publishers.merge(by, 1L, Long::sum);
        lastPublished = Optional.of(time);
        lastMinute.at(time).ifPresent(Count::up);
        receivers.values().forEach(receiver -> receiver.published(time));
    }

    void received(ServiceId by, Instant time, Optional<Duration> lag) {
        receivers.computeIfAbsent(by, ReceiverTally::new).received(time, lag);
    }

    Messages.Event told(Instant now, Duration silent) {
        long inLastMinute = Count.in(lastMinute, now);
        List<Messages.Publisher> by = publishers.entrySet().stream()
                .map(entry -> new Messages.Publisher(entry.getKey(), entry.getValue()))
                .toList();
        List<Messages.Receiver> to = receivers.values().stream()
                .map(receiver -> receiver.told(published, inLastMinute, now, silent))
                .toList();
        return new Messages.Event(name, by, published, lastPublished, to);
    }
}
