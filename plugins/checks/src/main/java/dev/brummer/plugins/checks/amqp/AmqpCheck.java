package dev.brummer.plugins.checks.amqp;

import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.plugins.checks.net.SocketCheck;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import java.io.IOException;
import java.util.Optional;

/** Asks the broker, and then, where it is known how, for its queues. */
final class AmqpCheck extends SocketCheck {
    private final ServerCheck broker;
    private final Optional<Queues> queues;

    AmqpCheck(ServerCheck broker, Optional<Queues> queues) {
        this.broker = broker;
        this.queues = queues;
    }

    @Override
    protected Answer ask(CheckContext context, Deadline deadline) throws IOException {
        Answer answer = broker.ask(context, deadline);
        return queues.isPresent() && answer.isPassing() ? queues.get().addTo(answer, deadline) : answer;
    }
}
