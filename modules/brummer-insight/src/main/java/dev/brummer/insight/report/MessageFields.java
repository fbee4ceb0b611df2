package dev.brummer.insight.report;

import dev.brummer.insight.view.Messages;
import java.util.Map;

/** Messages as fields for JSON: one object. Values are strings, longs, doubles, booleans, and lists of objects. */
public final class MessageFields {
    private MessageFields() {}

    public static Map<String, Object> of(Messages messages) {
        return new Fields()
                .put("type", "messages")
                .put("time", messages.at())
                .put("events", messages.events().stream().map(MessageFields::of).toList())
                .put("others", messages.others())
                .made();
    }

    private static Map<String, Object> of(Messages.Event event) {
        var fields = new Fields()
                .put("event", event.name())
                .put("published", event.published())
                .put("publishers", event.publishers().stream()
                        .map(each -> new Fields()
                                .put("service", each.service().name())
                                .put("published", each.published())
                                .made())
                        .toList());
        event.lastPublished().ifPresent(time -> fields.put("lastPublished", time));
        return fields.put("neverReceived", event.receivers().isEmpty())
                .put("receivers", event.receivers().stream().map(MessageFields::of).toList())
                .made();
    }

    private static Map<String, Object> of(Messages.Receiver receiver) {
        var fields = new Fields()
                .put("service", receiver.service().name())
                .put("received", receiver.received())
                .put("backlog", receiver.backlog())
                .put("trend", receiver.trend().word());
        receiver.lag().ifPresent(lag -> fields.put("measured", lag.measured())
                .put("lagP50Ms", lag.p50())
                .put("lagLongestMs", lag.longest()));
        fields.put("last", receiver.last()).put("silent", receiver.silentSince().isPresent());
        receiver.silentSince().ifPresent(since -> fields.put("silentSince", since));
        return fields.made();
    }
}
