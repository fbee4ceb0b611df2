package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Messages that a service publishes and receives, as people and their libraries log them. */
final class MessageParser implements LogParser {
    private final MessageSteps steps = new MessageSteps();

    @Override
    public List<String> needles() {
        return List.of(
                "event", " topic ", " queue ", " exchange ", " channel ", "message to ", "message from ",
                SpringAmqpLines.PUBLISHING, SpringAmqpLines.RECEIVED, " [x] ", "] / 1");
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String said = Said.in(line);
        Fact fact = SpringAmqpLines.fact(said);
        if (fact == null) {
            fact = TutorialLines.fact(said);
        }
        if (fact == null) {
            MessagePhrase.Told told = MessagePhrase.in(said);
            fact = told == null || !steps.isNew(told.fact(), told.step(), line.time()) ? null : told.fact();
        }
        if (fact != null) {
            found.accept(fact);
        }
    }

    /** Whether it was sent or came in, as a fact. */
    static Fact fact(boolean published, String event, @Nullable String key) {
        Optional<String> told = Optional.ofNullable(key);
        return published ? new Fact.MessagePublished(event, told) : new Fact.MessageReceived(event, told);
    }
}
