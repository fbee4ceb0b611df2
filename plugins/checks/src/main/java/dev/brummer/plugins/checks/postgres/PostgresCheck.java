package dev.brummer.plugins.checks.postgres;

import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Server;
import dev.brummer.plugins.checks.net.ServerCheck;
import dev.brummer.plugins.checks.net.SocketCheck;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks, but while the server says that it is starting up, less and less often: each time is a line of level FATAL in
 * its log, and a recovery may take minutes. In between the last answer stands.
 */
final class PostgresCheck extends SocketCheck {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final PostgresConversation conversation;
    private final ServerCheck check;
    private final LongSupplier nanoTime;
    private Optional<Answer> standing = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private long pausedAt;

    PostgresCheck(Server server, PostgresConversation conversation, LongSupplier nanoTime) {
        this.conversation = conversation;
        this.check = new ServerCheck(server, conversation);
        this.nanoTime = nanoTime;
    }

    @Override
    protected Answer ask(CheckContext context, Deadline deadline) throws IOException {
        if (standing.isPresent() && nanoTime.getAsLong() - pausedAt < pause.toNanos()) {
            return standing.get();
        }
        Answer answer = check.ask(context, deadline);
        if (conversation.isServerStarting()) {
            pause = standing.isEmpty() ? FIRST_PAUSE : longer(pause);
            pausedAt = nanoTime.getAsLong();
            standing = Optional.of(answer);
        } else {
            standing = Optional.empty();
        }
        return answer;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
