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

    // Spring puts its paths in quotes: where there is one without, looking for the names of its loggers is in vain.
    private @Nullable Fact plain(String text) {
        RequestPhrase phrase = RequestPhrase.in(Said.inPlain(text), Optional.empty());
        return phrase == null ? spring.fact(text) : phrase.fact();
    }

    private @Nullable Fact wrapped(String text) {
        LoggedMessage logged = LoggedMessage.in(text);
        if (logged == null) {
            return null;
        }
        RequestPhrase phrase = RequestPhrase.in(logged.message(), logged.request());
        return phrase == null ? spring.message(logged) : phrase.fact();
    }
}
