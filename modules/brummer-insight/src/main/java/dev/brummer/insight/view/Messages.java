package dev.brummer.insight.view;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How messages flow. Two services that receive one event are two deliveries of each message.
 *
 * @param events by name
 * @param others how many facts were about events of which there are too many to keep
 */
public record Messages(Instant at, List<Event> events, long others) implements Report<Messages> {
    public Messages {
        events = List.copyOf(events);
    }

    /**
     * The messages of one name.
     *
     * @param published how many by all publishers together
     * @param lastPublished empty where none was published, as far as is known
     * @param receivers none where it was published and never received
     */
    public record Event(
            String name,
            List<Publisher> publishers,
            long published,
            Optional<Instant> lastPublished,
            List<Receiver> receivers) {
        public Event {
            publishers = List.copyOf(publishers);
            receivers = List.copyOf(receivers);
        }

        private boolean isAbout(Set<String> services) {
            return publishers.stream().anyMatch(each -> services.contains(each.service().name()))
                    || receivers.stream().anyMatch(each -> services.contains(each.service().name()));
        }
    }

    /** Who publishes, and how many it has. */
    public record Publisher(ServiceId service, long published) {}

    /** Where a backlog goes. */
    public enum Trend {
        RISING("rising"),
        STEADY("steady"),
        FALLING("falling");

        private final String word;

        Trend(String word) {
            this.word = word;
        }

        /** Its name in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * Who receives.
     *
     * @param backlog how many were published and not received, as far as lines tell
     * @param trend of the backlog, over the last minute
     * @param lag from publishing to receiving, where both lines have the message's key
     * @param last when it received one last
     * @param silentSince when the first was published that it should have received, if that is long ago; empty where it
     *     is not silent
     */
    public record Receiver(
            ServiceId service,
            long received,
            long backlog,
            Trend trend,
            Optional<Latency> lag,
            Instant last,
            Optional<Instant> silentSince) {}

    @Override
    public boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public Messages about(Set<String> services) {
        return new Messages(
                at, events.stream().filter(event -> event.isAbout(services)).toList(), others);
    }
}
