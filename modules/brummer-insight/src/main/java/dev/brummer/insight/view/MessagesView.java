package dev.brummer.insight.view;

import static java.util.Comparator.comparing;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who publishes and receives which events, and where messages pile up. It keeps the first three hundred names of
 * events, and when the latest ten thousand messages with a key were published. For one thread at a time.
 */
public final class MessagesView implements View<Messages> {
    /** So long without a message, while others are published, and a receiver is silent. */
    public static final Duration SILENT = Duration.ofSeconds(30);

    private static final int MOST = 300;
    private static final int MOST_KEYS = 10_000;

    private final Duration silent;
    private final Capped<String, EventTally> events = new Capped<>(MOST, EventTally::new);
    private final Map<Message, Instant> published = new LinkedHashMap<>();

    private record Message(String event, String key) {}

    /** @param silent so long without a message, while others are published, and a receiver is silent */
    public MessagesView(Duration silent) {
        this.silent = silent;
    }

    @Override
    public void accept(FoundFact found) {
        switch (found.fact()) {
            case Fact.MessagePublished(var event, var key) -> {
                key.ifPresent(known -> remember(new Message(event, known), found.time()));
                events.of(event).ifPresent(tally -> tally.published(found.service(), found.time()));
            }
            case Fact.MessageReceived(var event, var key) -> {
                Optional<Instant> since = key.map(known -> published.get(new Message(event, known)));
                Optional<Duration> lag = since.map(time -> Duration.between(time, found.time()));
                events.of(event).ifPresent(tally -> tally.received(found.service(), found.time(), lag));
            }
            case Fact _ -> {}
        }
    }

    private void remember(Message message, Instant time) {
        published.remove(message);
        published.put(message, time);
        if (published.size() > MOST_KEYS) {
            published.remove(published.keySet().iterator().next());
        }
    }

    @Override
    public Messages report(Instant now) {
        return new Messages(
                now,
                events.values().stream()
                        .map(event -> event.told(now, silent))
                        .sorted(comparing(Messages.Event::name))
                        .toList(),
                events.refused());
    }
}
