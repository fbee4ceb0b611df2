package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP requests that a service gets: their beginning, and their end with status and time. What it asks of others is
 * none.
 */
final class RequestParser implements LogParser {
    private final SpringLines spring = new SpringLines();
    private final PinoLines pino = new PinoLines();

    @Override
    public List<String> needles() {
        return List.of(
                "GET /", "POST /", "PUT /", "PATCH /", "DELETE /", "HEAD /", "OPTIONS /",
                SpringLines.SERVLET, SpringLines.REACTIVE, PinoLines.REQUEST, PinoLines.RESPONSE_TIME);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String text = line.text();
        Json json = Json.in(text);
        Fact fact = json == null ? plain(text) : pino.fact(json);
        if (fact == null && json != null) {
            fact = wrapped(text);
        }
        if (fact != null) {
            found.accept(fact);
        }
    }

    private @Nullable Fact plain(String text) {
        Fact spoken = RequestPhrase.fact(Said.in(text), Optional.empty());
        return spoken == null ? spring.fact(text) : spoken;
    }

    private @Nullable Fact wrapped(String text) {
        LoggedMessage logged = LoggedMessage.in(text);
        if (logged == null) {
            return null;
        }
        Fact spoken = RequestPhrase.fact(logged.message(), logged.request());
        return spoken == null ? spring.message(logged) : spoken;
    }
}
