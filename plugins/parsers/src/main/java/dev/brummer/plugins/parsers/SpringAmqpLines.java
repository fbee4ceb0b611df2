package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What Spring AMQP's RabbitTemplate and its listeners tell at level debug. The routing key is the event; where there is
 * none, as with a fanout exchange, the exchange is.
 */
final class SpringAmqpLines {
    static final String PUBLISHING = "Publishing message [(Body:";
    static final String RECEIVED = "Received message: (Body:";
    private static final String EXCHANGE = " on exchange [";
    private static final String PUBLISHED_KEY = "], routingKey = [";

    private SpringAmqpLines() {}

    static @Nullable Fact fact(String said) {
        if (Scan.behind(PUBLISHING, said) != null) {
            return published(said);
        }
        return Scan.behind(RECEIVED, said) == null ? null : received(said);
    }

    /** What a message says may look like anything, so the end of the line is what counts. */
    private static @Nullable Fact published(String said) {
        int exchange = said.lastIndexOf(EXCHANGE);
        Scan scan = new Scan(said, Math.max(exchange, 0) + EXCHANGE.length());
        int key = said.lastIndexOf(PUBLISHED_KEY);
        if (exchange < 0 || key < scan.at()) {
            return null;
        }
        String to = said.substring(scan.at(), key);
        String rest = said.substring(key + PUBLISHED_KEY.length()).stripTrailing();
        String event = rest.equals("]") ? to : rest.endsWith("]") ? rest.substring(0, rest.length() - 1) : "";
        return event.isEmpty() ? null : MessageParser.fact(true, event, null);
    }

    private static @Nullable Fact received(String said) {
        String event = property("receivedRoutingKey=", said);
        event = event.isEmpty() ? property("receivedExchange=", said) : event;
        event = event.isEmpty() ? property("consumerQueue=", said) : event;
        return event.isEmpty() ? null : MessageParser.fact(false, event, null);
    }

    private static String property(String name, String said) {
        int at = said.lastIndexOf(name);
        if (at < 0) {
            return "";
        }
        int end = at + name.length();
        int from = end;
        while (end < said.length() && said.charAt(end) != ',' && said.charAt(end) != ']') {
            end++;
        }
        return said.substring(from, end);
    }
}
