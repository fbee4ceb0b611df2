package dev.brummer.plugins.parsers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that a logger has written as JSON, with what it knew about it.
 *
 * @param request the id of the request it belongs to
 */
record LoggedMessage(String message, Optional<String> request, Optional<String> logger, Optional<String> thread) {
    /** Null where the line has no message. */
    static @Nullable LoggedMessage in(String text) {
        Json json = Json.in(text);
        return json == null ? null : of(json);
    }

    private static @Nullable LoggedMessage of(Json json) {
        String message = null;
        String request = null;
        String logger = null;
        String thread = null;
        while (json.next()) {
            if (Said.isMessage(json)) {
                message = json.string();
            } else if (isRequest(json)) {
                request = json.word();
            } else if (json.is("logger_name") || json.is("logger") || json.is("log.logger")) {
                logger = json.string();
            } else if (json.is("thread_name") || json.is("thread") || json.is("process.thread.name")) {
                thread = json.string();
            }
        }
        return message == null
                ? null
                : new LoggedMessage(
                        message.stripTrailing(),
                        Optional.ofNullable(request),
                        Optional.ofNullable(logger),
                        Optional.ofNullable(thread));
    }

    /** Whether the member has a name under which loggers write the id of a request. */
    static boolean isRequest(Json member) {
        return member.is("reqId") || member.is("requestId") || member.is("request_id") || member.is("request");
    }
}
